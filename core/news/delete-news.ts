import { eq } from 'drizzle-orm'
import { news } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { cancelUnsent } from '../delivery/cancel-unsent.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { newsFor } from './news-for.ts'

export type DeleteNews = { by: MemberActor; newsId: string; interaction?: string }

/** The news is gone for clients and stays in the audit trail; mails that had not left do not leave. */
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
    })
  })
}
