import { sql, type Subquery } from 'drizzle-orm'
import type { Query } from '#db/database.ts'

/** As far as is counted: whoever has so much to do need not know how much more. */
export const mostCounted = 1000

/** How many rows there are, at most one more than `mostCounted`; `found` is to look for so many. */
export async function counted(tx: Query, found: (most: number) => Subquery): Promise<number> {
  const [row] = await tx.select({ number: sql<number>`count(*)`.as('number') }).from(found(mostCounted + 1))
  return Number(row?.number ?? 0)
}
