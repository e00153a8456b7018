import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { reminders } from '#db/schema/replies.ts'
import { announce } from '../announce.ts'
import { toldAgain } from '../delivery/told-again.ts'
import type { Actor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { planNext } from './plan-reminders.ts'
import type { Reminded } from './reminded.ts'

/** Whoever had stopped reminders gets them again, in due course; the messages that told of the stop say so. */
export async function startReminders(office: Office, tx: Tx, by: Actor, whose: Reminded): Promise<void> {
  if (!whose.stopped) return
  const { clientId, additional, firm } = whose
  const subjectId = additional?.id ?? clientId
  const remindersStoppedAt = null
  if (additional) {
    await tx
      .update(additionalEmails)
      .set({ remindersStoppedAt })
      .where(eq(additionalEmails.id, additional.id))
  } else {
    await tx.update(clients).set({ remindersStoppedAt }).where(eq(clients.id, clientId))
    const rows = await tx
      .select({ requestId: reminders.requestId })
      .from(reminders)
      .where(eq(reminders.clientId, clientId))
    for (const { requestId } of rows) await planNext(office, tx, firm, requestId, clientId)
  }
  await announce(office, tx, {
    kind: 'remindersResumed',
    by,
    clientId,
    subjectId,
    facts: additional ? { additionalId: additional.id } : {},
    tell: await toldAgain(tx, firm.id, subjectId, 'remindersStopped'),
  })
}
