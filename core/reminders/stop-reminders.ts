import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { reminders } from '#db/schema/replies.ts'
import { announce } from '../announce.ts'
import { cancelUnsentReminders } from '../delivery/cancel-unsent.ts'
import type { Actor } from '../members/actor.ts'
import type { Telling } from '../notices.ts'
import type { Office } from '../office.ts'

/** The client is not reminded of anything any more; what is asked stays asked. `tell` goes out with the event. */
export async function stopReminders(
  office: Office,
  tx: Tx,
  by: Actor,
  clientId: string,
  tell: Telling[] = [],
): Promise<void> {
  await tx.update(clients).set({ remindersStoppedAt: office.clock() }).where(eq(clients.id, clientId))
  await tx.update(reminders).set({ nextAt: null }).where(eq(reminders.clientId, clientId))
  await cancelUnsentReminders(tx, clientId, 'reminders stopped')
  await announce(office, tx, { kind: 'remindersStopped', by, clientId, subjectId: clientId, tell })
}
