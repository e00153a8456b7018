import { and, asc, eq, exists, inArray, isNull, notExists, or, sql, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accessExtensions, accesses } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { involvements } from '#db/schema/matters.ts'
import { clientsInReach } from '../../clients/clients-in-reach.ts'
import { NotFound } from '../../errors.ts'
import { matterFor } from '../../matters/matter-for.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import { shownAccesses, type AccessShown } from './access-shown.ts'

export type PageOfAccesses = {
  /** Whose they are; null: of all clients. */
  clients: { clientId: string; name: string; email: string }[] | null
  accesses: AccessShown[]
  page: number
  hasMore: boolean
}

/** Whose accesses: of one client, of the clients on our side of one matter, or of all clients the member deals with. */
export type WhoseAccesses = { clientId: string } | { matterId: string } | 'all'

/** One page of living accesses by name; `page` counts from zero, and one past the end is the last. Throws NotFound. */
export async function pageOfAccesses(
  office: Office,
  wish: { by: MemberActor; whose: WhoseAccesses; page: number; size: number },
): Promise<PageOfAccesses> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  const theirs = wish.whose === 'all' ? null : await clientsMeant(tx, by, wish.whose)
  if (theirs?.length === 0) throw new NotFound()
  const page = Math.max(0, wish.page)
  const rows = await tx
    .select()
    .from(accesses)
    .where(
      and(
        eq(accesses.firmId, by.firmId),
        isNull(accesses.removedAt),
        theirs ? standsFor(tx, idsOf(theirs)) : undefined,
        handledBy(tx, by),
      ),
    )
    .orderBy(asc(accesses.name), asc(accesses.id))
    .limit(wish.size + 1)
    .offset(page * wish.size)
  if (rows.length === 0 && page > 0) return pageOfAccesses(office, { ...wish, page: page - 1 })
  const shown = await shownAccesses(tx, rows.slice(0, wish.size))
  return { clients: theirs, accesses: shown, page, hasMore: rows.length > wish.size }
}

async function clientsMeant(tx: Query, by: MemberActor, whose: { clientId: string } | { matterId: string }) {
  return tx
    .select({ clientId: clients.id, name: clients.name, email: clients.email })
    .from(clients)
    .where(
      and(
        eq(clients.firmId, by.firmId),
        inArray(clients.id, await idsMeant(tx, by, whose)),
        clientsInReach(by),
      ),
    )
    .orderBy(asc(clients.name), asc(clients.id))
}

async function idsMeant(tx: Query, by: MemberActor, whose: { clientId: string } | { matterId: string }) {
  if ('clientId' in whose) return [whose.clientId]
  const matter = await matterFor(tx, by, whose.matterId)
  const ours = await tx
    .select({ clientId: involvements.clientId })
    .from(involvements)
    .where(and(eq(involvements.matterId, matter.id), eq(involvements.side, 'ours')))
  return ours.map((row) => row.clientId)
}

function idsOf(clients: { clientId: string }[]): string[] {
  return clients.map((client) => client.clientId)
}

function standsFor(tx: Query, clientIds: string[]) {
  const extended = tx
    .select({ accessId: accessExtensions.accessId })
    .from(accessExtensions)
    .where(and(eq(accessExtensions.accessId, accesses.id), inArray(accessExtensions.clientId, clientIds)))
  return or(inArray(accesses.clientId, clientIds), exists(extended))
}

/** A condition on `accesses`: the member deals with each client the access stands for. Others are not even named to them. */
export function handledBy(tx: Query, by: MemberActor): SQL | undefined {
  const reached = clientsInReach(by)
  if (!reached) return undefined
  const extended = tx
    .select({ id: accessExtensions.clientId })
    .from(accessExtensions)
    .where(eq(accessExtensions.accessId, accesses.id))
  const beyond = tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(or(eq(clients.id, accesses.clientId), inArray(clients.id, extended)), sql`not ${reached}`))
  return notExists(beyond)
}
