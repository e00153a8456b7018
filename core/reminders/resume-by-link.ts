import { write } from '#db/write.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { remindedAt } from './reminded.ts'
import { readRemindersToken } from './reminders-token.ts'
import { startReminders } from './start-reminders.ts'

/** Whoever the token was given to is reminded again; a second time changes nothing. Throws NotFound. */
export async function resumeRemindersByLink(office: Office, token: string): Promise<void> {
  const meant = readRemindersToken(office, token)
  if (!meant) throw new NotFound()
  const { clientId } = meant
  await write(office.db, async (tx) => {
    const whose = await remindedAt(tx, clientId, meant)
    if (!whose) throw new NotFound()
    await startReminders(office, tx, { kind: 'client', firmId: whose.firm.id, clientId }, whose)
  })
  office.wake('outbox')
}
