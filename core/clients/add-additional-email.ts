import { additionalEmails } from '#db/schema/clients.ts'
import { write } from '#db/write.ts'
import { firstTime } from '../first-time.ts'
import { newId } from '../ids.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import {
  checkAdditional,
  clientForMember,
  noteAddressesChanged,
  type AdditionalEmailWish,
} from './additional-email.ts'
import { reviveAddresses } from './revive-addresses.ts'

export type AddAdditionalEmail = AdditionalEmailWish & {
  by: MemberActor | SystemActor
  clientId: string
  interaction?: string
}

/** The next notice of the client, or of the matters named, goes to this address too. Throws what `checkAdditional` does. */
export async function addAdditionalEmail(office: Office, wish: AddAdditionalEmail): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const { by, client } = await clientForMember(tx, wish.by, wish.clientId)
    const checked = await checkAdditional(tx, by, client, wish)
    const now = office.clock()
    const id = newId(now)
    const { firmId } = by
    await tx.insert(additionalEmails).values({ id, firmId, clientId: client.id, ...checked, createdAt: now })
    await reviveAddresses(tx, firmId, [checked.email])
    await noteAddressesChanged(office, tx, by, client.id, id)
  })
}
