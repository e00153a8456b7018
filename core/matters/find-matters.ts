import { and, desc, eq, exists, isNull, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { members, teamMembers } from '#db/schema/firms.ts'
import { involvements, matters, matterWords, responsibles } from '#db/schema/matters.ts'
import { among, given, givenList, statement } from '#db/statement.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { findByWords, lookUpIn } from '../search/find-by-words.ts'
import { readingsOf } from '../search/search-words.ts'

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

const wordsOfMatters = lookUpIn(matterWords, { newestFirst: true })

/** The member's matters in which each of the words begins some word, newest first, open ones before closed. */
export async function findMatters(office: Office, wish: FindMatters): Promise<MatterFound[]> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  const seen = inSightOf(by)
  const theirs = tx
    .select({ id: matters.id })
    .from(matters)
    .where(and(eq(matters.id, matterWords.matterId), seen))
  return findByWords(tx, {
    wordsIn: wordsOfMatters,
    firmId: by.firmId,
    readings: readingsOf(wish.words),
    reachable: seen && exists(theirs),
    listed: (ids) => listed(tx, by, ids, wish),
  })
}

async function listed(
  tx: Query,
  by: MemberActor | SystemActor,
  ids: string[] | null,
  wish: FindMatters,
): Promise<MatterFound[]> {
  const limitedTo = limitOf(by)
  const { firmId } = by
  const limit = wish.limit ?? 25
  const found = ids
    ? await amongCandidates(tx, { firmId, limitedTo, ids }, limit)
    : await newestOpen(tx, { firmId, limitedTo }, limit)
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

const amongCandidates = statement((tx, limit: number) =>
  tx
    .select(inList)
    .from(matters)
    .where(and(isOfFirm, among(matters.id, givenList('ids')), inSightOfGiven()))
    .orderBy(sql`${matters.closedAt} is not null`, desc(matters.createdAt))
    .limit(limit),
)

// As an expression, lest SQLite goes through all matters of the firm instead of those named.
const isOfFirm = sql`${matters.firmId} || '' = ${given('firmId')}`

const newestOpen = statement((tx, limit: number) =>
  tx
    .select(inList)
    .from(matters)
    .where(and(eq(matters.firmId, given('firmId')), isNull(matters.closedAt), inSightOfGiven()))
    .orderBy(desc(matters.createdAt))
    .limit(limit),
)

const { id, title, number, alias, reference, sensitiveAt, hiddenAt, closedAt } = matters
const inList = { id, title, number, alias, reference, sensitiveAt, hiddenAt, closedAt }

// For a statement, which is one for all members: `limitedTo` is given as `limitOf` has it.
function inSightOfGiven(): SQL {
  const limitedTo = given('limitedTo')
  return sql`(${limitedTo} = '' or ${inSightOfMember(limitedTo)})`
}

/** The member whose sight limits what is found; the empty text for those who see everything of their firm. */
function limitOf(by: MemberActor | SystemActor): string {
  return by.kind === 'system' || by.role === 'admin' ? '' : by.memberId
}

/** A condition on `matters` that says what `maySee` says, for lists; `lasting` leaves out what is seen in somebody's stead. */
export function inSightOf(by: MemberActor | SystemActor, { lasting = false } = {}): SQL | undefined {
  if (by.kind === 'system' || by.role === 'admin') return undefined
  return inSightOfMember(by.memberId, { lasting })
}

/** The same for a member who is no admin, known by their id. */
export function inSightOfMember(memberId: string | SQLWrapper, { lasting = false } = {}): SQL {
  return sql`(${matters.visibility} = 'firm'
    or (${matters.visibility} = 'private' and exists (
      select 1 from ${responsibles} join ${members} on ${members.id} = ${responsibles.memberId}
      where ${responsibles.matterId} = ${matters.id}
        and (${responsibles.memberId} = ${memberId}${lasting ? sql`` : sql` or ${members.delegateId} = ${memberId}`})))
    or (${matters.visibility} = 'team' and exists (
      select 1 from ${teamMembers} where ${teamMembers.teamId} = ${matters.teamId} and ${teamMembers.memberId} = ${memberId})))`
}

/** Names of our side's clients, by matter. */
export async function clientNames(tx: Query, matterIds: string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  if (matterIds.length === 0) return names
  const rows = await ourSide(tx, { matterIds })
  for (const { matterId, name } of rows) names.set(matterId, [...(names.get(matterId) ?? []), name])
  return names
}

const ourSide = statement((tx) =>
  tx
    .select({ matterId: involvements.matterId, name: clients.name })
    .from(involvements)
    .innerJoin(clients, eq(clients.id, involvements.clientId))
    .where(and(among(involvements.matterId, givenList('matterIds')), eq(involvements.side, 'ours')))
    .orderBy(involvements.id),
)
