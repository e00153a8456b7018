import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { messageAnswers } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { toldAgain } from '../../delivery/told-again.ts'
import { MatterHidden, NobodyToTell } from '../../errors.ts'
import { requireText } from '../../field.ts'
import { firmOf } from '../../firms/firm.ts'
import { firstTime } from '../../first-time.ts'
import { newId } from '../../ids.ts'
import { heldBack } from '../../matters/held-back.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { MailTelling } from '../../notices.ts'
import type { Office } from '../../office.ts'
import type { Published } from '../../news/publish-news.ts'
import { messageFor, type Message } from './message-for.ts'

export type AnswerMessage = {
  by: MemberActor
  /** The client's mail. */
  inboundId: string
  text: string
  interaction?: string
}

/**
 * The client who wrote is answered, at each of their addresses and nobody else's, in the conversation they wrote in; the
 * answer stands in their history, and a reply to it works again. Throws NotFound, MatterHidden, NobodyToTell, TextMissing,
 * TextTooLong.
 */
export async function answerMessage(
  office: Office,
  wish: AnswerMessage,
): Promise<Published & { answerId: string }> {
  const text = requireText('text', wish.text, 3000)
  const done = await write(office.db, async (tx) => {
    const { by, inboundId, interaction } = wish
    const isNew = await firstTime(office, tx, by.firmId, interaction)
    const message = await messageFor(tx, by, inboundId)
    const firm = await firmOf(tx, by.firmId)
    if (!isNew) return before(tx, wish, message, firm.holdSeconds)
    const { inbound, matter, client } = message
    if (matter?.hiddenAt) throw new MatterHidden()
    if (client.emails.length === 0) throw new NobodyToTell()
    const now = office.clock()
    const answerId = newId(now)
    await tx.insert(messageAnswers).values({
      id: answerId,
      firmId: by.firmId,
      matterId: matter?.id ?? null,
      clientId: client.id,
      inboundId: inbound.id,
      authorId: by.memberId,
      text,
      createdAt: now,
    })
    await announce(office, tx, {
      kind: 'messageAnswered',
      by,
      matterId: matter?.id,
      clientId: client.id,
      subjectId: answerId,
      facts: { inboundId: inbound.id },
      tell: [
        ...heldBack(firm, mailsOf(message, answerId), now),
        ...(await toldAgain(tx, by.firmId, inbound.id, 'messageArrived')),
      ],
    })
    return { answerId, told: client.emails.length, announced: true, heldSeconds: firm.holdSeconds }
  })
  office.wake('outbox')
  return done
}

function mailsOf({ inbound, matter, client }: Message, answerId: string): MailTelling[] {
  const { requestId, newsId } = inbound
  const replyTo: MailTelling['replyTo'] = requestId
    ? { kind: 'request', subjectId: requestId }
    : newsId
      ? { kind: 'news', subjectId: newsId }
      : { kind: 'bundle', subjectId: client.id }
  return client.emails.map((email) => ({
    channel: 'mail',
    notice: { kind: 'messageAnswered', answerId },
    to: { email, clientId: client.id, locale: client.locale },
    matterId: matter?.id ?? null,
    subjectId: answerId,
    replyTo,
    thread: requestId ?? newsId ?? `reminders:${client.id}`,
    inReplyTo: email === inbound.fromAddress ? inbound.messageId : null,
  }))
}

async function before(tx: Tx, { by, inboundId }: AnswerMessage, { client }: Message, heldSeconds: number) {
  const [answer] = await tx
    .select({ id: messageAnswers.id })
    .from(messageAnswers)
    .where(and(eq(messageAnswers.inboundId, inboundId), eq(messageAnswers.authorId, by.memberId)))
    .orderBy(desc(messageAnswers.createdAt))
    .limit(1)
  return { answerId: answer?.id ?? '', told: client.emails.length, announced: true, heldSeconds }
}
