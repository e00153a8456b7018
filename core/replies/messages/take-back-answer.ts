import { and, eq, isNull } from 'drizzle-orm'
import type { MailTelling } from '../../notices.ts'
import { outbox } from '#db/schema/delivery.ts'
import { inboundMessages, messageAnswers } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { cancelUnsent } from '../../delivery/cancel-unsent.ts'
import { takenBack } from '../../delivery/disregard.ts'
import { toldAgain } from '../../delivery/told-again.ts'
import type { OutboxRow } from '../../delivery/note-refused.ts'
import { NotAllowed, NotFound, TooLate } from '../../errors.ts'
import { firstTime } from '../../first-time.ts'
import { mayBeUndone } from '../../matters/held-back.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { messageFor } from './message-for.ts'
import type { Inbound } from '../receive-reply.ts'

/**
 * What the member answered to a message less than a minute ago is gone for the client and stays in the audit trail; mails that
 * had not left do not leave, after the others goes a word not to mind them. Throws NotFound, NotAllowed, TooLate.
 */
export async function takeBackAnswer(
  office: Office,
  wish: { by: MemberActor; answerId: string; interaction?: string },
): Promise<{ cancelled: number; disregarded: number }> {
  const done = await write(office.db, async (tx) => {
    const { by, answerId, interaction } = wish
    if (!(await firstTime(office, tx, by.firmId, interaction))) return { cancelled: 0, disregarded: 0 }
    const [found] = await tx
      .select({ answer: messageAnswers, inbound: inboundMessages })
      .from(messageAnswers)
      .innerJoin(inboundMessages, eq(inboundMessages.id, messageAnswers.inboundId))
      .where(
        and(
          eq(messageAnswers.id, answerId),
          eq(messageAnswers.firmId, by.firmId),
          isNull(messageAnswers.deletedAt),
        ),
      )
    if (!found) throw new NotFound()
    const { answer, inbound } = found
    await messageFor(tx, by, inbound.id)
    if (answer.authorId !== by.memberId) throw new NotAllowed()
    const now = office.clock()
    if (!mayBeUndone(answer, by.memberId, now)) throw new TooLate()
    const mails = await tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.subjectId, answer.id), eq(outbox.noticeKind, 'messageAnswered')))
    const left = mails.filter((row) => row.state === 'accepted')
    const cancelled = mails.filter((row) => row.state === 'queued').length
    await tx
      .update(messageAnswers)
      .set({ deletedAt: now, deletedBy: by.memberId })
      .where(eq(messageAnswers.id, answer.id))
    await cancelUnsent(tx, answer.id, takenBack)
    const facts = { cancelled, disregarded: left.length }
    await announce(office, tx, {
      kind: 'messageAnswerTakenBack',
      by,
      matterId: answer.matterId,
      clientId: answer.clientId,
      subjectId: answer.id,
      facts,
      tell: [
        ...left.map((row) => disregardIn(row, inbound)),
        ...(await toldAgain(tx, by.firmId, inbound.id, 'messageArrived')),
      ],
    })
    return facts
  })
  office.wake('outbox')
  return done
}

/** Asks not to mind the letter, in the conversation it stands in. */
function disregardIn(row: OutboxRow, { requestId, newsId, clientId }: Inbound): MailTelling {
  const thread = requestId ?? newsId ?? `reminders:${clientId}`
  const kind = requestId ? 'request' : newsId ? 'news' : 'bundle'
  return {
    channel: 'mail',
    notice: { kind: 'disregard', subjectId: row.subjectId ?? '' },
    to: { email: row.recipient, clientId: row.clientId, locale: row.locale },
    matterId: row.matterId,
    subjectId: row.subjectId ?? '',
    replyTo: { kind, subjectId: requestId ?? newsId ?? clientId ?? '' },
    thread,
  }
}
