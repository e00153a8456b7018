import { write } from '#db/write.ts'
import { requireInReach } from '../clients/clients-in-reach.ts'
import { NotFound } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { remindedAt } from './reminded.ts'
import { startReminders } from './start-reminders.ts'

export type ResumeByMember = {
  by: MemberActor
  clientId: string
  /** Null: the client's, at every address. */
  additionalId: string | null
  interaction?: string
}

/** A client, or one additional address, is reminded again; a second time changes nothing. Throws NotFound. */
export async function resumeByMember(office: Office, wish: ResumeByMember): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await memberActing(tx, wish.by)
    const whose = await remindedAt(tx, wish.clientId, { additionalId: wish.additionalId })
    if (whose?.firm.id !== by.firmId) throw new NotFound()
    await requireInReach(tx, by, wish.clientId)
    await startReminders(office, tx, by, whose)
  })
  office.wake('outbox')
}
