import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { involvements, matters } from '#db/schema/matters.ts'
import { NotFound } from '../errors.ts'
import { inSightOf } from '../matters/find-matters.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'

/**
 * The one rule of which clients a member deals with, as a condition on `clients`: those on our side of a matter the
 * member sees, and those who are on our side of none yet. A client all of whose matters are closed to the member is
 * nobody to them; admins deal with all. `lasting` leaves out those they deal with in somebody's stead alone.
 */
export function clientsInReach(by: MemberActor | SystemActor, { lasting = false } = {}): SQL | undefined {
  const seen = inSightOf(by, { lasting })
  if (!seen) return undefined
  const theirs = sql`${involvements.clientId} = ${clients.id} and ${involvements.side} = 'ours'`
  return sql`(not exists (select 1 from ${involvements} where ${theirs})
    or exists (
      select 1 from ${involvements} join ${matters} on ${matters.id} = ${involvements.matterId}
      where ${theirs} and ${seen}))`
}

/** Throws NotFound unless the client is the firm's and one the member deals with; `lasting` as in `clientsInReach`. */
export async function requireInReach(
  tx: Query,
  by: MemberActor | SystemActor,
  clientId: string,
  { lasting = false } = {},
): Promise<void> {
  const [client] = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.id, clientId), eq(clients.firmId, by.firmId), clientsInReach(by, { lasting })))
  if (!client) throw new NotFound()
}

/** Whether the member sees each matter in which the client is on our side. */
export async function seesAllMattersOf(
  tx: Query,
  by: MemberActor | SystemActor,
  clientId: string,
): Promise<boolean> {
  const seen = inSightOf(by)
  if (!seen) return true
  const [closed] = await tx
    .select({ id: matters.id })
    .from(involvements)
    .innerJoin(matters, eq(matters.id, involvements.matterId))
    .where(and(eq(involvements.clientId, clientId), eq(involvements.side, 'ours'), sql`not ${seen}`))
    .limit(1)
  return closed === undefined
}
