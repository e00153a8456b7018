import type { Tx } from '#db/database.ts'
import { announce } from '../../announce.ts'
import { chatsTo } from '../../members/chats-to.ts'
import { membersForClient } from '../../members/members-for-client.ts'
import { membersToTell } from '../../members/members-to-tell.ts'
import type { ChatTelling, MailTelling } from '../../notices.ts'
import type { Office } from '../../office.ts'
import { remindedAt, type Reminded } from '../../reminders/reminded.ts'
import { stopReminders } from '../../reminders/stop-reminders.ts'
import { dayOf } from '../../words/format.ts'
import type { Inbound } from '../receive-reply.ts'

/**
 * Somebody wrote that they want no reminders. From an additional address it holds for that one alone, from the main one
 * for the client. The members know, and who asked gets a confirmation in the same conversation, one a day at most.
 */
export async function stopByReply(office: Office, tx: Tx, inbound: Inbound, clientId: string): Promise<void> {
  const whose = await remindedAt(tx, clientId, { email: inbound.fromAddress })
  if (!whose) return
  const { firm } = whose
  const by = { kind: 'client', firmId: firm.id, clientId } as const
  const confirmation = confirmationTo(office, inbound, whose)
  if (whose.stopped) {
    // Asked for a second time: nothing changes, and whoever asked hears that it is so.
    if (confirmation.length > 0)
      await announce(office, tx, {
        kind: 'messageReceived',
        by,
        clientId,
        subjectId: inbound.id,
        tell: confirmation,
      })
    return
  }
  await stopReminders(office, tx, by, whose, [
    ...(await tellMembers(office, tx, inbound, whose)),
    ...confirmation,
  ])
}

async function tellMembers(
  office: Office,
  tx: Tx,
  inbound: Inbound,
  { clientId, firm, additional }: Reminded,
): Promise<ChatTelling[]> {
  const now = office.clock()
  const told = inbound.matterId
    ? await membersToTell(tx, firm.id, inbound.matterId, now)
    : await membersForClient(tx, firm.id, clientId, now)
  return chatsTo(told, {
    notice: {
      kind: 'remindersStopped',
      clientId,
      additionalId: additional?.id ?? null,
      inboundId: inbound.id,
    },
    matterId: inbound.matterId,
    subjectId: additional?.id ?? clientId,
  })
}

// A machine that answers confirmations would never stop; a stranger whom a member believed is told nothing.
function confirmationTo(office: Office, inbound: Inbound, whose: Reminded): MailTelling[] {
  const { clientId, firm, locale, additional, mainEmail } = whose
  const email = additional?.email ?? mainEmail
  if (inbound.kind !== 'reply' || inbound.fromAddress !== email) return []
  const { requestId, newsId } = inbound
  const today = dayOf(office.clock(), firm.timeZone)
  return [
    {
      channel: 'mail',
      notice: { kind: 'remindersStopped', additionalId: additional?.id ?? null },
      to: { email, clientId, locale },
      matterId: null,
      subjectId: additional?.id ?? clientId,
      replyTo: repliesTo(requestId, newsId, clientId),
      thread: inbound.matterId ?? `reminders:${clientId}`,
      inReplyTo: inbound.messageId,
      once: `reminders-stopped:${clientId}:${today}`,
    },
  ]
}

function repliesTo(
  requestId: string | null,
  newsId: string | null,
  clientId: string,
): MailTelling['replyTo'] {
  if (requestId) return { kind: 'request', subjectId: requestId }
  return newsId ? { kind: 'news', subjectId: newsId } : { kind: 'bundle', subjectId: clientId }
}
