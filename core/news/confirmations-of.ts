import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { audiences, newsConfirmations } from '#db/schema/communication.ts'

/** Of each of these pieces of urgent news how many clients have confirmed it, of how many. */
export async function confirmationsOf(
  tx: Query,
  newsIds: string[],
): Promise<Map<string, { confirmed: number; of: number }>> {
  if (newsIds.length === 0) return new Map()
  const rows = await tx
    .select({
      newsId: audiences.subjectId,
      of: sql<number>`count(*)`.as('of'),
      confirmed: sql<number>`count(${newsConfirmations.at})`.as('confirmed'),
    })
    .from(audiences)
    .leftJoin(
      newsConfirmations,
      and(
        eq(newsConfirmations.newsId, audiences.subjectId),
        eq(newsConfirmations.clientId, audiences.clientId),
      ),
    )
    .where(inArray(audiences.subjectId, newsIds))
    .groupBy(audiences.subjectId)
  return new Map(
    rows.map(({ newsId, of, confirmed }) => [newsId, { of: Number(of), confirmed: Number(confirmed) }]),
  )
}
