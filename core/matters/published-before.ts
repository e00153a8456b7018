import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { outbox } from '#db/schema/delivery.ts'
import type { Firm } from '../firms/firm.ts'
import type { Published } from '../news/publish-news.ts'

/** What publishing the subject did when it was done: the answer to whoever confirms it a second time. */
export async function publishedBefore(tx: Tx, firm: Firm, subjectId: string): Promise<Published> {
  const [mails] = await tx
    .select({ number: sql<number>`count(*)`.as('number') })
    .from(outbox)
    .where(
      and(
        eq(outbox.subjectId, subjectId),
        eq(outbox.channel, 'mail'),
        inArray(outbox.noticeKind, ['newsPublished', 'documentsRequested']),
      ),
    )
  const told = Number(mails?.number ?? 0)
  return { told, announced: told > 0, heldSeconds: firm.holdSeconds }
}
