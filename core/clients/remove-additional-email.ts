import { eq } from 'drizzle-orm'
import { additionalEmails } from '#db/schema/clients.ts'
import { write } from '#db/write.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { additionalForMember, noteAddressesChanged } from './additional-email.ts'

/** Nothing more is sent to this address, not even what waits to leave. Throws NotFound. */
export async function removeAdditionalEmail(
  office: Office,
  wish: { by: MemberActor | SystemActor; additionalId: string; interaction?: string },
): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const { by, client, additional } = await additionalForMember(tx, wish.by, wish.additionalId)
    await tx.delete(additionalEmails).where(eq(additionalEmails.id, additional.id))
    await noteAddressesChanged(office, tx, by, client.id, additional.id)
  })
}
