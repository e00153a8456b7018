import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'

/** Of each member of the firm who is away on `today` (`YYYY-MM-DD`) the delegate stands in, and nobody for anybody else. Returns how many changed. */
export async function letStandIn(tx: Tx, firmId: string, today: string): Promise<number> {
  const { delegateId, standInId, absentFrom, absentUntil } = members
  const standIn = sql`case when ${absentFrom} <= ${today} and (${absentUntil} is null or ${absentUntil} >= ${today})
    then ${delegateId} end`
  const changed = await tx
    .update(members)
    .set({ standInId: standIn })
    .where(and(eq(members.firmId, firmId), sql`coalesce(${standInId}, '') <> coalesce(${standIn}, '')`))
    .returning({ id: members.id })
  return changed.length
}
