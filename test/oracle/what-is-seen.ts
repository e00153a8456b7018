import type { PlainAccess, PlainFirm, PlainMatter } from './plain-firm.ts'

/** Ids of all that an access sees. */
export type Seen = {
  matters: Set<string>
  /** The parents that may be spoken of, by the matter born of them. */
  parents: Map<string, string>
  /** When something last happened that they see, in minutes, by matter. */
  lastActivity: Map<string, number>
  news: Set<string>
  requests: Set<string>
  items: Set<string>
  answers: Set<string>
  entries: Set<string>
  files: Set<string>
  /** Those of the files for which a code has to be typed in first. */
  proofFirst: Set<string>
}

/**
 * What an access sees of a firm, by requirements 7, 9, 14, 15, 17 and 33 of the product and its rules on several clients
 * and on visibility, in the simplest way there is. It knows nothing of how the portal finds it out.
 */
export function whatIsSeen(firm: PlainFirm, access: PlainAccess): Seen {
  const persons = access.clients.filter((id) =>
    firm.clients.some((client) => client.id === id && !client.left),
  )
  const isOneOf = (ids: string[]) => ids.some((id) => persons.includes(id))

  const matters = mattersSeen(firm, access, isOneOf)
  const inSight = (thing: { matter: string }) => matters.has(thing.matter)
  const toldTo = firm.news.filter((one) => inSight(one) && isTold(one) && isOneOf(one.audience))
  const asked = firm.requests.filter((one) => inSight(one) && isTold(one) && isOneOf(one.audience))
  const items = asked.flatMap((request) => request.items.filter((item) => !item.removed))
  const itemIds = new Set(items.map((item) => item.id))
  const entries = firm.entries.filter(
    (entry) => inSight(entry) && access.can.includes(entry.kind) && !entry.held && !entry.deleted,
  )
  // An answer stands on its line of a checklist; where that is not shown, neither is what was handed in for it.
  const answers = firm.answers.filter(
    (answer) => itemIds.has(answer.item) && isOneOf([answer.client]) && !answer.withdrawn,
  )

  const files = new Set<string>()
  const proofFirst = new Set<string>()
  const open = (matterId: string, file: { id: string; purged: boolean }) => {
    if (file.purged) return
    files.add(file.id)
    const sensitive = firm.matters.some((matter) => matter.id === matterId && matter.sensitive)
    if (sensitive && access.kind === 'link' && !access.proven) proofFirst.add(file.id)
  }
  for (const entry of entries) if (entry.file) open(entry.matter, entry.file)
  for (const answer of answers) {
    const request = asked.find((one) => one.id === answer.request)
    for (const file of answer.files) open(request?.matter ?? '', file)
  }

  const lastActivity = new Map<string, number>()
  const happened = (matter: string, at: number) =>
    lastActivity.set(matter, Math.max(at, lastActivity.get(matter) ?? -Infinity))
  for (const one of [...toldTo, ...asked]) happened(one.matter, one.announcedAt ?? 0)
  for (const entry of entries) happened(entry.matter, entry.at)

  return {
    matters,
    parents: parentsOf(firm, matters),
    lastActivity,
    news: idsOf(toldTo),
    requests: idsOf(asked),
    items: itemIds,
    answers: idsOf(answers),
    entries: idsOf(entries),
    files,
    proofFirst,
  }
}

function mattersSeen(firm: PlainFirm, access: PlainAccess, isOneOf: (ids: string[]) => boolean): Set<string> {
  const isOpen = (matter: PlainMatter) =>
    !matter.hidden &&
    (matter.visibility !== 'private' || access.privateMatters) &&
    (matter.visibility !== 'team' || access.teamMatters) &&
    // Who has left is the same person still.
    !matter.others.some((id) => access.clients.includes(id))
  const seen = new Set<string>()
  for (let before = -1; before < seen.size;) {
    before = seen.size
    for (const matter of firm.matters) {
      const comesAlong = matter.relation === 'appeal' || matter.relation === 'offshoot'
      const byParent = comesAlong && matter.parent !== null && seen.has(matter.parent)
      if (isOpen(matter) && (isOneOf(matter.ours) || byParent)) seen.add(matter.id)
    }
  }
  return seen
}

// What a matter is attached to is not said, nor a parent that is out of sight.
function parentsOf(firm: PlainFirm, seen: Set<string>): Map<string, string> {
  const parents = new Map<string, string>()
  for (const { id, parent, relation } of firm.matters) {
    if (seen.has(id) && parent !== null && relation !== 'attached' && seen.has(parent))
      parents.set(id, parent)
  }
  return parents
}

function isTold(thing: { announcedAt: number | null; deleted: boolean }): boolean {
  return thing.announcedAt !== null && !thing.deleted
}

function idsOf(rows: { id: string }[]): Set<string> {
  return new Set(rows.map((row) => row.id))
}
