import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { news } from '#db/schema/communication.ts'
import { outbox } from '#db/schema/delivery.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { cancelUnsent } from '../delivery/cancel-unsent.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import type { MailTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import { newsFor, type News } from './news-for.ts'

export type DeleteNews = { by: MemberActor; newsId: string; interaction?: string }

/**
 * The news is gone for clients and stays in the audit trail; mails that had not left do not leave. A hearing that lies ahead and was
 * sent comes out of calendars.
 */
export async function deleteNews(office: Office, wish: DeleteNews): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const { piece } = await newsFor(tx, wish.by, wish.newsId)
    const gone = { deletedAt: office.clock(), deletedBy: wish.by.memberId }
    await tx.update(news).set(gone).where(eq(news.id, piece.id))
    await cancelUnsent(tx, piece.id, 'deleted')
    await announce(office, tx, {
      kind: 'newsDeleted',
      by: wish.by,
      matterId: piece.matterId,
      subjectId: piece.id,
      tell: await outOfCalendars(office, tx, piece),
    })
  })
  office.wake('outbox')
}

/** Nobody is told that news is gone, but whoever has its hearing in their calendar would go there. */
async function outOfCalendars(office: Office, tx: Tx, { id, hearing }: News): Promise<MailTelling[]> {
  if (!hearing || new Date(hearing.at) <= office.clock()) return []
  const sent = await tx
    .select()
    .from(outbox)
    .where(
      and(eq(outbox.subjectId, id), eq(outbox.noticeKind, 'newsPublished'), eq(outbox.state, 'accepted')),
    )
    .orderBy(asc(outbox.id))
  const last = new Map(sent.map((row) => [`${row.clientId}:${row.recipient}`, row]))
  return [...last.values()].map(({ recipient: email, clientId, locale, matterId }) => ({
    channel: 'mail',
    notice: { kind: 'hearingOff', newsId: id },
    to: { email, clientId, locale },
    matterId,
    subjectId: id,
    replyTo: { kind: 'news', subjectId: id },
    thread: id,
  }))
}
