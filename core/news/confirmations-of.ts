import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { audiences, newsConfirmations, requestConfirmations } from '#db/schema/communication.ts'

export type Confirmations = Map<string, { confirmed: number; of: number }>

/** The same of urgent requests. */
export async function requestConfirmationsOf(tx: Query, requestIds: string[]): Promise<Confirmations> {
  if (requestIds.length === 0) return new Map()
  const rows = await tx
    .select({
      requestId: audiences.subjectId,
      of: sql<number>`count(*)`.as('of'),
      confirmed: sql<number>`count(${requestConfirmations.at})`.as('confirmed'),
    })
    .from(audiences)
    .leftJoin(
      requestConfirmations,
      and(
        eq(requestConfirmations.requestId, audiences.subjectId),
        eq(requestConfirmations.clientId, audiences.clientId),
      ),
    )
    .where(inArray(audiences.subjectId, requestIds))
    .groupBy(audiences.subjectId)
  return new Map(
    rows.map(({ requestId, of, confirmed }) => [requestId, { of: Number(of), confirmed: Number(confirmed) }]),
  )
}

/** Of each of these pieces of urgent news how many clients have confirmed it, of how many. */
export async function confirmationsOf(tx: Query, newsIds: string[]): Promise<Confirmations> {
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
