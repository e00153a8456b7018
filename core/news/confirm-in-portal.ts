import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { audiences, news } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { mayAct } from '../access/access-stands.ts'
import type { ClientSession } from '../access/session/client-session.ts'
import { matterInSight } from '../access/sight.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { keepConfirmation } from './keep-confirmation.ts'

/** The client says in the portal that they have read the urgent news; again changes nothing. Throws NotFound, LookingOnly. */
export async function confirmInPortal(
  office: Office,
  wish: { by: ClientSession; matterId: string; newsId: string },
): Promise<void> {
  await write(office.db, async (tx) => {
    const session = await mayAct(office, tx, wish.by)
    const matter = await matterInSight(tx, session, wish.matterId)
    const meant = await tx
      .select({ clientId: audiences.clientId })
      .from(news)
      .innerJoin(audiences, eq(audiences.subjectId, news.id))
      .where(
        and(
          eq(news.id, wish.newsId),
          eq(news.matterId, matter.id),
          isNull(news.deletedAt),
          isNotNull(news.announcedAt),
          isNotNull(news.urgentAt),
          inArray(audiences.clientId, session.clientIds),
        ),
      )
    if (meant.length === 0) throw new NotFound()
    for (const { clientId } of meant)
      await keepConfirmation(office, tx, { newsId: wish.newsId, clientId, via: 'portal', email: null })
  })
  office.wake('outbox')
}
