import { and, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { teamMembers } from '#db/schema/firms.ts'
import { involvements, matters, responsibles } from '#db/schema/matters.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { rangeOf, wordsOf } from './matter-words.ts'

export type MatterFound = {
  id: string
  title: string
  number: string | null
  /** Names of the clients of our side. */
  clients: string[]
  reference: string
  hidden: boolean
  closed: boolean
}

export type FindMatters = {
  by: MemberActor
  /** Beginnings of words of a title, client or number; empty: the newest matters. */
  words: string
  limit?: number
}

// How many matters one word may bring before the rest is left to a longer word.
const candidates = 400

/** The member's matters in which each of the words begins some word, newest first, open ones before closed. */
export async function findMatters(office: Office, wish: FindMatters): Promise<MatterFound[]> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  const words = wordsOf(wish.words)
  const found = await tx
    .select({
      id: matters.id,
      title: matters.title,
      number: matters.number,
      alias: matters.alias,
      reference: matters.reference,
      hiddenAt: matters.hiddenAt,
      closedAt: matters.closedAt,
    })
    .from(matters)
    .where(
      and(
        eq(matters.firmId, by.firmId),
        words.length > 0 ? withAllWords(by.firmId, words) : isNull(matters.closedAt),
        inSightOf(by),
      ),
    )
    .orderBy(...(words.length > 0 ? [sql`${matters.closedAt} is not null`] : []), desc(matters.createdAt))
    .limit(wish.limit ?? 25)
  const names = await clientNames(
    tx,
    found.map((matter) => matter.id),
  )
  return found.map(({ alias, hiddenAt, closedAt, ...matter }) => ({
    ...matter,
    reference: alias ?? matter.reference,
    clients: names.get(matter.id) ?? [],
    hidden: hiddenAt !== null,
    closed: closedAt !== null,
  }))
}

// The longest word picks candidates by a range of the index, and the newest by the word itself;
// the other words are looked up candidate by candidate.
function withAllWords(firmId: string, words: string[]): SQL | undefined {
  const [longest, ...others] = [...words].sort((a, b) => b.length - a.length)
  if (!longest) return undefined
  const [from, to] = rangeOf(longest)
  const alsoHas = others.map((word) => {
    const [low, high] = rangeOf(word)
    return sql` and exists (select 1 from matter_words o where o.matter_id = w.matter_id and o.word between ${low} and ${high})`
  })
  return sql`${matters.id} in (
    select r.matter_id from (
      select w.matter_id from matter_words w
      where w.firm_id = ${firmId} and w.word between ${from} and ${to}${sql.join(alsoHas)}
      limit ${candidates}) r
    union select n.matter_id from (
      select w.matter_id from matter_words w
      where w.firm_id = ${firmId} and w.word = ${longest}${sql.join(alsoHas)}
      order by w.matter_id desc limit ${candidates}) n)`
}

/** A condition on `matters` that says what `maySee` says, for lists. */
export function inSightOf(by: MemberActor | SystemActor): SQL | undefined {
  if (by.kind === 'system' || by.role === 'admin') return undefined
  return sql`(${matters.visibility} = 'firm'
    or (${matters.visibility} = 'private' and exists (
      select 1 from ${responsibles} where ${responsibles.matterId} = ${matters.id} and ${responsibles.memberId} = ${by.memberId}))
    or (${matters.visibility} = 'team' and exists (
      select 1 from ${teamMembers} where ${teamMembers.teamId} = ${matters.teamId} and ${teamMembers.memberId} = ${by.memberId})))`
}

/** Names of our side's clients, by matter. */
export async function clientNames(tx: Query, matterIds: string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  if (matterIds.length === 0) return names
  const rows = await tx
    .select({ matterId: involvements.matterId, name: clients.name })
    .from(involvements)
    .innerJoin(clients, eq(clients.id, involvements.clientId))
    .where(and(inArray(involvements.matterId, matterIds), eq(involvements.side, 'ours')))
    .orderBy(involvements.id)
  for (const { matterId, name } of rows) names.set(matterId, [...(names.get(matterId) ?? []), name])
  return names
}
