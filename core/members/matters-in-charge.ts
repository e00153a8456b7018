import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { matters, responsibles } from '#db/schema/matters.ts'
import type { Matter } from '../matters/matter-for.ts'

/** The matters in a member's charge, closed ones too, or those of them that are named. */
export async function mattersInCharge(tx: Query, memberId: string, named?: string[]): Promise<Matter[]> {
  const rows = await tx
    .select({ matter: matters })
    .from(responsibles)
    .innerJoin(matters, eq(matters.id, responsibles.matterId))
    .where(
      and(eq(responsibles.memberId, memberId), named ? inArray(responsibles.matterId, named) : undefined),
    )
    .orderBy(asc(matters.id))
  return rows.map((row) => row.matter)
}
