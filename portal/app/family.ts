import type { MatterInList } from '#core/matters/matters-for-client.ts'

/** A matter with the appeals and offshoots that are listed under it. */
export type Family = { matter: MatterInList; born: Family[] }

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
