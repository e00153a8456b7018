import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'
import { matters, responsibles } from '#db/schema/matters.ts'
import type { MemberActor } from '../members/actor.ts'

/** A condition on `matters`: those the member answers for, also in somebody's stead; undefined when they answer for none, and so look at all. */
export async function ownMatters(tx: Query, by: MemberActor): Promise<SQL | undefined> {
  const covered = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.firmId, by.firmId), eq(members.standInId, by.memberId)))
  const theirs = inArray(responsibles.memberId, [by.memberId, ...covered.map((member) => member.id)])
  const [any] = await tx
    .select({ matterId: responsibles.matterId })
    .from(responsibles)
    .where(and(eq(responsibles.firmId, by.firmId), theirs))
    .limit(1)
  return (
    any &&
    sql`exists (select 1 from ${responsibles} where ${responsibles.matterId} = ${matters.id} and ${theirs})`
  )
}
