import { and, desc, eq, exists, inArray, isNull, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { members, teamMembers } from '#db/schema/firms.ts'
import { involvements, matters, matterWords, responsibles } from '#db/schema/matters.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { findByWords } from '../search/find-by-words.ts'
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
    table: matterWords,
    firmId: by.firmId,
    readings: readingsOf(wish.words),
    reachable: seen && exists(theirs),
    listed: (ids) => listed(tx, by, ids, wish),
    newestFirst: true,
  })
}

async function listed(
  tx: Query,
  by: MemberActor | SystemActor,
  ids: string[] | null,
  wish: FindMatters,
): Promise<MatterFound[]> {
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
  const rows = await tx
    .select({ matterId: involvements.matterId, name: clients.name })
    .from(involvements)
    .innerJoin(clients, eq(clients.id, involvements.clientId))
    .where(and(inArray(involvements.matterId, matterIds), eq(involvements.side, 'ours')))
    .orderBy(involvements.id)
  for (const { matterId, name } of rows) names.set(matterId, [...(names.get(matterId) ?? []), name])
  return names
}
