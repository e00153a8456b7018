import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { involvements, matters } from '#db/schema/matters.ts'
import type { MemberToTell } from '../notices.ts'
import { membersToTell, reachable, responsibleIds } from './members-to-tell.ts'

/**
 * Who is told in chat about a client rather than a matter: the responsible members of the client's open matters, and the
 * delegates of those absent on the firm's day; where none of them can be reached, the admins.
 */
export async function membersForClient(
  tx: Query,
  firmId: string,
  clientId: string,
  now: Date,
): Promise<MemberToTell[]> {
  const ours = await tx
    .select({ id: matters.id })
    .from(involvements)
    .innerJoin(matters, eq(matters.id, involvements.matterId))
    .where(and(eq(involvements.clientId, clientId), eq(involvements.side, 'ours'), isNull(matters.closedAt)))
  const responsible = await responsibleIds(
    tx,
    firmId,
    ours.map((matter) => matter.id),
    now,
  )
  const told = await reachable(tx, firmId, responsible)
  return told.length > 0 ? told : membersToTell(tx, firmId, null, now)
}
