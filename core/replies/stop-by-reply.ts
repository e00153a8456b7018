import type { Tx } from '#db/database.ts'
import { firmOf } from '../firms/firm.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { Office } from '../office.ts'
import { stopReminders } from '../reminders/stop-reminders.ts'
import { dayOf } from '../words/format.ts'
import type { Inbound } from './receive-reply.ts'

/** The client wrote that they want no reminders: they get none, and the members know. */
export async function stopByReply(office: Office, tx: Tx, inbound: Inbound, clientId: string): Promise<void> {
  const firm = await firmOf(tx, inbound.firmId ?? '')
  const told = await membersToTell(tx, firm.id, inbound.matterId, dayOf(office.clock(), firm.timeZone))
  await stopReminders(
    office,
    tx,
    { kind: 'client', firmId: firm.id, clientId },
    clientId,
    told.map((to) => ({
      channel: 'chat',
      notice: { kind: 'remindersStopped', clientId, inboundId: inbound.id },
      to,
      matterId: inbound.matterId,
      subjectId: clientId,
    })),
  )
}
