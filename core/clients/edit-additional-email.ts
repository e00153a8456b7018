import { eq } from 'drizzle-orm'
import { additionalEmails } from '#db/schema/clients.ts'
import { write } from '#db/write.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import {
  additionalForMember,
  checkAdditional,
  noteAddressesChanged,
  type AdditionalEmailWish,
} from './additional-email.ts'
import { reviveAddresses } from './revive-addresses.ts'

export type EditAdditionalEmail = AdditionalEmailWish & {
  by: MemberActor | SystemActor
  additionalId: string
  interaction?: string
}

/**
 * The address is what was written, from the next notice on; one that had refused mail is tried again, for whoever saves it
 * says that it works. Another address is another reader: what the one before had asked about reminders is not theirs.
 * Throws what `checkAdditional` does.
 */
export async function editAdditionalEmail(office: Office, wish: EditAdditionalEmail): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const { by, client, additional } = await additionalForMember(tx, wish.by, wish.additionalId)
    const checked = await checkAdditional(tx, by, client, wish, additional)
    const moved = checked.email !== additional.email
    await tx
      .update(additionalEmails)
      .set({ ...checked, ...(moved && { remindersStoppedAt: null }) })
      .where(eq(additionalEmails.id, additional.id))
    await reviveAddresses(tx, by.firmId, [checked.email])
    await noteAddressesChanged(office, tx, by, client.id, additional.id)
  })
}
