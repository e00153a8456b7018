import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { chatMessages } from '#db/schema/delivery.ts'
import { reminders } from '#db/schema/replies.ts'
import { announce } from '../announce.ts'
import { cancelUnsentReminders } from '../delivery/cancel-unsent.ts'
import type { Actor } from '../members/actor.ts'
import type { Telling } from '../notices.ts'
import type { Office } from '../office.ts'
import type { Reminded } from './reminded.ts'

/**
 * Whoever asked is not reminded of anything any more: the client at every address, or those who read one additional
 * address there alone. What is asked stays asked. `tell` goes out with the event; nothing does when it was so before.
 */
export async function stopReminders(
  office: Office,
  tx: Tx,
  by: Actor,
  whose: Reminded,
  tell: Telling[] = [],
): Promise<void> {
  if (whose.stopped) return
  const { clientId, additional } = whose
  const subjectId = additional?.id ?? clientId
  const remindersStoppedAt = office.clock()
  if (additional) {
    await tx
      .update(additionalEmails)
      .set({ remindersStoppedAt })
      .where(eq(additionalEmails.id, additional.id))
  } else {
    await tx.update(clients).set({ remindersStoppedAt }).where(eq(clients.id, clientId))
    await tx.update(reminders).set({ nextAt: null }).where(eq(reminders.clientId, clientId))
  }
  await cancelUnsentReminders(tx, clientId, additional?.email ?? null, 'reminders stopped')
  // Stopped for the second time, it is news again: a message of its own, not a change in one that was read long ago.
  await tx
    .delete(chatMessages)
    .where(and(eq(chatMessages.subjectId, subjectId), eq(chatMessages.noticeKind, 'remindersStopped')))
  const facts = additional ? { additionalId: additional.id } : {}
  await announce(office, tx, { kind: 'remindersStopped', by, clientId, subjectId, facts, tell })
}
