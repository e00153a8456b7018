import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { news, newsConfirmations } from '#db/schema/communication.ts'
import { announce } from '../announce.ts'
import { toldAgain } from '../delivery/told-again.ts'
import type { Office } from '../office.ts'

type Confirmation = Pick<typeof newsConfirmations.$inferSelect, 'newsId' | 'clientId' | 'via' | 'email'>

/**
 * The client has confirmed the piece of urgent news, once; the message that asked to phone them says so. Nothing happens
 * where there is nothing to confirm.
 */
export async function keepConfirmation(office: Office, tx: Tx, wish: Confirmation): Promise<void> {
  const [piece] = await tx
    .select()
    .from(news)
    .where(and(eq(news.id, wish.newsId), isNull(news.deletedAt)))
  if (!piece?.urgentAt) return
  const { firmId, matterId } = piece
  const kept = await tx
    .insert(newsConfirmations)
    .values({ ...wish, firmId, at: office.clock() })
    .onConflictDoNothing()
    .returning({ newsId: newsConfirmations.newsId })
  if (kept.length === 0) return
  await announce(office, tx, {
    kind: 'newsConfirmed',
    by: { kind: 'client', firmId, clientId: wish.clientId },
    matterId,
    clientId: wish.clientId,
    subjectId: piece.id,
    facts: { via: wish.via },
    tell: await toldAgain(tx, firmId, piece.id, 'newsUnconfirmed'),
  })
}
