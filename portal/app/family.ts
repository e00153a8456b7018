import type { MatterInList } from '#core/matters/matters-for-client.ts'

/** A matter with the appeals and offshoots that are listed under it. */
export type Family = { matter: MatterInList; born: Family[] }

/** All of them, the matter first. */
export function membersOf({ matter, born }: Family): MatterInList[] {
  return [matter, ...born.flatMap(membersOf)]
}

/** True where the client has to act in the matter or in one born of it. */
export function waits(family: Family): boolean {
  return membersOf(family).some((matter) => matter.waiting > 0)
}

/** The soonest day asked for among them, `YYYY-MM-DD`; far away where there is none. */
export function soonest(family: Family): string {
  return (
    membersOf(family)
      .flatMap((matter) => matter.nextDueOn ?? [])
      .sort()[0] ?? '9999'
  )
}

/** The same matters in their order, each under the one it was born of, as long as that is among them. */
export function families(matters: MatterInList[]): Family[] {
  const found = new Map<string, Family>(matters.map((matter) => [matter.id, { matter, born: [] }]))
  const roots: Family[] = []
  for (const family of found.values()) {
    const parent = found.get(family.matter.parentId ?? '')
    if (parent && !isUnder(found, parent, family)) parent.born.push(family)
    else roots.push(family)
  }
  return roots
}

// A circle has no top; whoever is met first stands there.
function isUnder(found: Map<string, Family>, one: Family, other: Family): boolean {
  const met = new Set<Family>()
  for (let at: Family | undefined = one; at && !met.has(at); at = found.get(at.matter.parentId ?? '')) {
    if (at === other) return true
    met.add(at)
  }
  return false
}
