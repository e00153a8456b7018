import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { announce } from '../../announce.ts'
import { firmOf } from '../../firms/firm.ts'
import type { MailTelling } from '../../notices.ts'
import type { Office } from '../../office.ts'
import type { Inbound } from '../receive-reply.ts'

/** What the mail that waits answers, and at which address. */
export type Answered = { kind: 'news' | 'request' | 'bundle'; subjectId: string }

/**
 * The client hears, at their own address, that an answer to a mail of ours waits, whoever sent it; once for each `once`. Returns
 * whether there was a client to tell.
 */
export async function tellWaiting(
  office: Office,
  tx: Tx,
  inbound: Pick<Inbound, 'id' | 'firmId' | 'matterId' | 'clientId'>,
  { answered, once }: { answered: Answered; once: string },
): Promise<boolean> {
  const { clientId, matterId } = inbound
  const { kind, subjectId } = answered
  const living = and(eq(clients.id, clientId ?? ''), isNull(clients.leftAt))
  const [client] = await tx.select().from(clients).where(living)
  if (!client) return false
  const firm = await firmOf(tx, inbound.firmId ?? '')
  const mail: MailTelling = {
    channel: 'mail',
    notice: { kind: 'mailWaiting', inboundId: inbound.id, ...(kind !== 'request' && { asksNothing: true }) },
    to: { email: client.email, clientId: client.id, locale: client.locale ?? firm.locale },
    matterId,
    subjectId,
    replyTo: answered,
    thread: kind === 'bundle' ? `reminders:${subjectId}` : subjectId,
    once: `${once}:${subjectId}:${client.id}`,
  }
  await announce(office, tx, {
    kind: 'waitingMailTold',
    by: { kind: 'system', firmId: firm.id },
    matterId,
    clientId,
    subjectId: inbound.id,
    tell: [mail],
  })
  return true
}
