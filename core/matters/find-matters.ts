import { and, between, desc, eq, exists, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { members, teamMembers } from '#db/schema/firms.ts'
import { involvements, matters, matterWords, responsibles } from '#db/schema/matters.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { rangeOf, readingsOf } from './matter-words.ts'

export type MatterFound = {
  id: string
  /** Of a sensitive matter the alias or reference alone, and no number. */
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
const candidates = 100

/** The member's matters in which each of the words begins some word, newest first, open ones before closed. */
export async function findMatters(office: Office, wish: FindMatters): Promise<MatterFound[]> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  for (const words of readingsOf(wish.words)) {
    const found = words.length === 0 ? await listed(tx, by, null, wish) : await withWords(tx, by, words, wish)
    if (found.length > 0) return found
  }
  return []
}

// Where so many matters have the words that the cut may have left only such as the member may not see, those they may
// see are looked for from the start.
async function withWords(
  tx: Query,
  by: MemberActor | SystemActor,
  words: string[],
  wish: FindMatters,
): Promise<MatterFound[]> {
  const ids = await candidatesFor(tx, by, words)
  const found = await listed(tx, by, ids, wish)
  if (found.length > 0 || ids.length < candidates || !inSightOf(by)) return found
  return listed(tx, by, await candidatesFor(tx, by, words, 'in sight'), wish)
}

async function listed(
  tx: Query,
  by: MemberActor | SystemActor,
  ids: string[] | null,
  wish: FindMatters,
): Promise<MatterFound[]> {
  if (ids?.length === 0) return []
  const found = await tx
    .select({
      id: matters.id,
      title: matters.title,
      number: matters.number,
      alias: matters.alias,
      reference: matters.reference,
      sensitiveAt: matters.sensitiveAt,
      hiddenAt: matters.hiddenAt,
      closedAt: matters.closedAt,
    })
    .from(matters)
    .where(
      and(
        eq(matters.firmId, by.firmId),
        ids ? inArray(matters.id, ids) : isNull(matters.closedAt),
        inSightOf(by),
      ),
    )
    .orderBy(...(ids ? [sql`${matters.closedAt} is not null`] : []), desc(matters.createdAt))
    .limit(wish.limit ?? 25)
  const names = await clientNames(
    tx,
    found.map((matter) => matter.id),
  )
  return found.map(({ alias, sensitiveAt, hiddenAt, closedAt, ...matter }) => ({
    id: matter.id,
    title: sensitiveAt ? (alias ?? matter.reference) : matter.title,
    number: sensitiveAt ? null : matter.number,
    reference: alias ?? matter.reference,
    clients: names.get(matter.id) ?? [],
    hidden: hiddenAt !== null,
    closed: closedAt !== null,
  }))
}

// The longest word picks candidates by a range of the index, and the newest by the word itself; the other words are
// looked up candidate by candidate. A query of its own, so that no planner walks through all matters instead.
async function candidatesFor(
  tx: Query,
  by: MemberActor | SystemActor,
  words: string[],
  which: 'any' | 'in sight' = 'any',
): Promise<string[]> {
  const [longest = '', ...others] = [...words].sort((a, b) => b.length - a.length)
  const [from, to] = rangeOf(longest)
  const alsoHas = others.map((word) => {
    const [low, high] = rangeOf(word)
    return sql`exists (select 1 from matter_words o where o.matter_id = ${matterWords.matterId} and o.word between ${low} and ${high})`
  })
  const theirs = exists(
    tx
      .select({ id: matters.id })
      .from(matters)
      .where(and(eq(matters.id, matterWords.matterId), inSightOf(by))),
  )
  const seen = which === 'in sight' ? theirs : undefined
  const exact = await tx
    .select({ id: matterWords.matterId })
    .from(matterWords)
    .where(and(eq(matterWords.firmId, by.firmId), eq(matterWords.word, longest), ...alsoHas, seen))
    .orderBy(desc(matterWords.matterId))
    .limit(candidates)
  const begun = await tx
    .select({ id: matterWords.matterId })
    .from(matterWords)
    .where(and(eq(matterWords.firmId, by.firmId), between(matterWords.word, from, to), ...alsoHas, seen))
    .limit(candidates)
  return [...new Set([...exact, ...begun].map((row) => row.id))]
}

/** A condition on `matters` that says what `maySee` says, for lists; `lasting` leaves out what is seen in somebody's stead. */
export function inSightOf(by: MemberActor | SystemActor, { lasting = false } = {}): SQL | undefined {
  if (by.kind === 'system' || by.role === 'admin') return undefined
  return sql`(${matters.visibility} = 'firm'
    or (${matters.visibility} = 'private' and exists (
      select 1 from ${responsibles} join ${members} on ${members.id} = ${responsibles.memberId}
      where ${responsibles.matterId} = ${matters.id}
        and (${responsibles.memberId} = ${by.memberId}${lasting ? sql`` : sql` or ${members.delegateId} = ${by.memberId}`})))
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
