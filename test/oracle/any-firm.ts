import fc from 'fast-check'
import { categories, type EntryKind } from '#core/access/access.ts'
import type { PlainAccess, PlainFile, PlainFirm, PlainMatter } from './plain-firm.ts'

/** The kinds of entries, each switched by a category of its own. */
export const entryKinds: EntryKind[] = Object.values(categories)

/** How many ways there are to set an access: 32 sets of categories, two switches, two kinds. */
export const waysToSee = 256

const letters = 'abcdefghijklmnopqrstuvwxyz'
const rarely = fc.constantFrom(false, false, false, false, false, true)
const sometimes = fc.constantFrom(false, false, true)
const anyone = fc.nat(3)
const audience = fc.array(anyone, { maxLength: 3 })
const announcedAt = fc.option(fc.nat(500), { freq: 5 })
const file = fc.record({ purged: rarely })

const matter = fc.record({
  visibility: fc.constantFrom<PlainMatter['visibility'][]>('firm', 'firm', 'firm', 'private', 'team'),
  hidden: rarely,
  closed: sometimes,
  sensitive: sometimes,
  parent: fc.option(fc.nat(7), { freq: 4 }),
  relation: fc.constantFrom<NonNullable<PlainMatter['relation']>[]>(
    'appeal',
    'offshoot',
    'appeal',
    'attached',
  ),
  sides: fc.array(fc.constantFrom(null, null, 'ours', 'ours', 'ours', 'other'), {
    minLength: 4,
    maxLength: 4,
  }),
})
const news = fc.record({ matter: fc.nat(7), audience, announcedAt, deleted: rarely })
const request = fc.record({
  matter: fc.nat(7),
  audience,
  announcedAt,
  deleted: rarely,
  items: fc.array(fc.record({ removed: rarely }), { minLength: 1, maxLength: 3 }),
})
const entry = fc.record({
  matter: fc.nat(7),
  kind: fc.constantFrom(...entryKinds),
  at: fc.nat(500),
  held: rarely,
  deleted: rarely,
  file: fc.option(file, { freq: 2 }),
})
const answer = fc.record({
  request: fc.nat(3),
  item: fc.nat(2),
  client: anyone,
  withdrawn: rarely,
  rejected: sometimes,
  files: fc.array(file, { maxLength: 2 }),
})

const drawn = fc.record({
  clients: fc.array(fc.record({ left: rarely }), { minLength: 1, maxLength: 4 }),
  matters: fc.array(matter, { minLength: 1, maxLength: 8 }),
  news: fc.array(news, { maxLength: 4 }),
  requests: fc.array(request, { maxLength: 4 }),
  entries: fc.array(entry, { maxLength: 8 }),
  answers: fc.array(answer, { maxLength: 5 }),
})

/** Any firm whatever, with ids that begin `zq`; a counterexample names them without what makes them unique. */
export const anyFirm: fc.Arbitrary<PlainFirm> = drawn.map((firm) => {
  let files = 0
  const numbered = (kind: string, index: number) => `zq${kind}${letterOf(index)}`
  const one = (kind: string, count: number, index: number) => numbered(kind, index % count)
  const fileOf = ({ purged }: { purged: boolean }): PlainFile => ({ id: numbered('f', files++), purged })
  const theClients = (picked: number[]) => [
    ...new Set(picked.map((index) => one('c', firm.clients.length, index))),
  ]
  const theMatter = (index: number) => one('m', firm.matters.length, index)
  const onSide = (sides: (string | null)[], side: string) =>
    theClients(firm.clients.flatMap((_, index) => (sides[index] === side ? [index] : [])))
  const requests = firm.requests.map((row, at) => ({
    ...row,
    id: numbered('r', at),
    matter: theMatter(row.matter),
    audience: theClients(row.audience),
    items: row.items.map((item, line) => ({ ...item, id: numbered('i', at * 3 + line) })),
  }))
  return {
    id: 'zqzaa',
    clients: firm.clients.map((client, at) => ({ ...client, id: numbered('c', at) })),
    matters: firm.matters.map(({ sides, parent, relation, ...row }, at) => ({
      ...row,
      id: numbered('m', at),
      parent: parent === null ? null : theMatter(parent),
      relation: parent === null ? null : relation,
      ours: onSide(sides, 'ours'),
      others: onSide(sides, 'other'),
    })),
    news: firm.news.map((row, at) => ({
      ...row,
      id: numbered('n', at),
      matter: theMatter(row.matter),
      audience: theClients(row.audience),
    })),
    requests,
    entries: firm.entries.map((row, at) => ({
      ...row,
      id: numbered('e', at),
      matter: theMatter(row.matter),
      file: row.file && fileOf(row.file),
    })),
    answers: firm.answers.flatMap((row, at) => {
      const asked = requests[row.request % Math.max(requests.length, 1)]
      const item = asked?.items[row.item % asked.items.length]
      if (!asked || !item) return []
      const client = one('c', firm.clients.length, row.client)
      const ids = { id: numbered('a', at), request: asked.id, item: item.id, client }
      return [{ ...row, ...ids, files: row.files.map(fileOf) }]
    }),
  }
})

/** An access set in the given one of the 256 ways, for one client of the firm or for several who are one person. */
export function accessSet(way: number, firm: PlainFirm, index: number, persons: number[]): PlainAccess {
  const clients = persons.map((person) => firm.clients[person % firm.clients.length]?.id ?? '')
  return {
    id: `zqs${letterOf(index)}`,
    can: entryKinds.filter((_, bit) => way & (1 << bit)),
    privateMatters: (way & 32) !== 0,
    teamMatters: (way & 64) !== 0,
    kind: (way & 128) === 0 ? 'link' : 'account',
    clients: [...new Set(clients)],
    proven: index % 3 === 0,
  }
}

/** Two letters that number something. */
export function letterOf(index: number): string {
  return letters.charAt(Math.floor(index / 26) % 26) + letters.charAt(index % 26)
}
