import { and, desc, eq, exists, isNotNull, isNull, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { askNow } from '#db/one-breath.ts'
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
  /** Twenty unless told: more than anybody looks through while they type, where one letter more is quicker. */
  limit?: number
}

const wordsOfMatters = lookUpIn(matterWords, { newestFirst: true })

/** The member's matters in which each of the words begins some word, newest first, open ones before closed. */
export async function findMatters(office: Office, wish: FindMatters): Promise<MatterFound[]> {
  const tx = office.db.read
  // Looked for as whom they were a moment ago, while it is looked up who they are; nothing is told before that is known.
  const searched = searchAs(tx, wish.by, wish)
  searched.catch(() => {})
  const acting = memberActing(tx, wish.by)
  askNow(tx)
  const now = await acting
  return limitOf(now) === limitOf(wish.by) ? searched : searchAs(tx, now, wish)
}

function searchAs(tx: Query, by: MemberActor, wish: FindMatters): Promise<MatterFound[]> {
  const limitedTo = limitOf(by)
  const limit = wish.limit ?? 20
  return findByWords(tx, {
    wordsIn: wordsOfMatters,
    firmId: by.firmId,
    readings: readingsOf(wish.words),
    atOnce: async ({ values, others }) =>
      shown(await amongThoseWith(tx, { ...values, limitedTo }, shapeOf(others, limit))),
    reachable: async () => {
      const seen = inSightOf(by)
      const one = tx.select({ id: matters.id }).from(matters)
      return seen && exists(one.where(and(eq(matters.id, matterWords.matterId), seen)))
    },
    listed: async (ids) => {
      const { firmId } = by
      return shown(
        ids
          ? await amongCandidates(tx, { firmId, limitedTo, ids }, limit)
          : await newestOpen(tx, { firmId, limitedTo }, limit),
      )
    },
  })
}

type Row = Awaited<ReturnType<typeof newestOpen>>[number]

/** The rows of each matter, one for each of its clients, as one. */
function shown(found: Row[]): MatterFound[] {
  return [...Map.groupBy(found, (row) => row.id).values()].flatMap((rows) => {
    const [matter] = rows
    if (!matter) return []
    const { id, alias, sensitiveAt, hiddenAt, closedAt, title, number } = matter
    const reference = alias ?? matter.reference
    return {
      id,
      title: sensitiveAt ? reference : title,
      number: sensitiveAt ? null : number,
      reference,
      clients: rows.flatMap((row) => row.client ?? []),
      hidden: hiddenAt !== null,
      closed: closedAt !== null,
    }
  })
}

const amongCandidates = statement((tx, limit: number) =>
  inList(tx, openFirst(tx, among(matters.id, givenList('ids')), limit)),
)

/** Both numbers in one: how many words besides the longest, and how many matters. */
const shapeOf = (others: number, limit: number) => others * 1000 + Math.min(limit, 999)

const amongThoseWith = statement((tx, shape: number) => {
  const [others, limit] = [Math.floor(shape / 1000), shape % 1000]
  // Looked for once, though each half asks for them.
  const candidates = tx.$with('candidates', { id: sql<string>`id` }).as(wordsOfMatters.among(tx, others))
  return inList(tx.with(candidates), openFirst(tx, sql`${matters.id} in (select id from candidates)`, limit))
})

const newestOpen = statement((tx, limit: number) => {
  const open = and(eq(matters.firmId, given('firmId')), isNull(matters.closedAt))
  return inList(tx, seen(tx, open).orderBy(desc(matters.createdAt)).limit(limit))
})

const { id, title, number, alias, reference, sensitiveAt, hiddenAt, closedAt, createdAt } = matters
const columns = { id, title, number, alias, reference, sensitiveAt, hiddenAt, closedAt, createdAt }

function seen(tx: Query, which: SQL | undefined) {
  return tx.select(columns).from(matters).where(and(which, inSightOfGiven())).$dynamic()
}

/**
 * The newest of those named, open ones before closed. Each half goes by the ids, which follow the time: a database that has
 * enough looks at none of the rest, and at no closed one.
 */
function openFirst(tx: Query, candidates: SQL, limit: number) {
  // As an expression, lest SQLite goes through all matters of the firm instead of those named.
  const isOfFirm = sql`${matters.firmId} || '' = ${given('firmId')}`
  const half = (which: SQL) =>
    seen(tx, and(isOfFirm, candidates, which))
      .orderBy(desc(matters.id))
      .limit(limit)
  const open = tx.select().from(half(isNull(matters.closedAt)).as('open'))
  return open.unionAll(tx.select().from(half(isNotNull(matters.closedAt)).as('closed'))).limit(limit)
}

/** Those found as they are listed: a row for each client of our side, or one without where there is none. */
function inList(tx: Pick<Query, 'select'>, which: ReturnType<typeof openFirst> | ReturnType<typeof seen>) {
  const found = which.as('found')
  return tx
    .select({
      id: found.id,
      title: found.title,
      number: found.number,
      alias: found.alias,
      reference: found.reference,
      sensitiveAt: found.sensitiveAt,
      hiddenAt: found.hiddenAt,
      closedAt: found.closedAt,
      client: clients.name,
    })
    .from(found)
    .leftJoin(involvements, and(eq(involvements.matterId, found.id), eq(involvements.side, 'ours')))
    .leftJoin(clients, eq(clients.id, involvements.clientId))
    .orderBy(sql`${found.closedAt} is not null`, desc(found.createdAt), involvements.id)
}

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
        and (${responsibles.memberId} = ${memberId}${lasting ? sql`` : sql` or ${members.standInId} = ${memberId}`})))
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
