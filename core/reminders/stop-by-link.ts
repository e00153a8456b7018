import { write } from '#db/write.ts'
import { NotFound } from '../errors.ts'
import { chatsTo } from '../members/chats-to.ts'
import { membersForClient } from '../members/members-for-client.ts'
import type { Office } from '../office.ts'
import { remindedAt } from './reminded.ts'
import { readRemindersToken } from './reminders-token.ts'
import { stopReminders } from './stop-reminders.ts'

/**
 * Whoever the token was given to is not reminded any more, and the members who look after the client know; again
 * changes nothing. Throws NotFound.
 */
export async function stopRemindersByLink(office: Office, token: string): Promise<void> {
  const meant = readRemindersToken(office, token)
  if (!meant) throw new NotFound()
  const { clientId } = meant
  await write(office.db, async (tx) => {
    const whose = await remindedAt(tx, clientId, meant)
    if (!whose) throw new NotFound()
    const { firm, additional } = whose
    const additionalId = additional?.id ?? null
    const told = await membersForClient(tx, firm.id, clientId, office.clock())
    const tell = chatsTo(told, {
      notice: { kind: 'remindersStopped', clientId, additionalId, inboundId: null },
      matterId: null,
      subjectId: additionalId ?? clientId,
    })
    await stopReminders(office, tx, { kind: 'client', firmId: firm.id, clientId }, whose, tell)
  })
  office.wake('outbox')
}
