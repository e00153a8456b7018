import { and, eq, ne } from 'drizzle-orm'
import { accesses, sessions } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { emailAddress } from '../clients/email-address.ts'
import { AddressTaken } from '../errors.ts'
import { requireText } from '../field.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { switchesOf, type Category } from './access.ts'
import { accessFor } from './access-for.ts'

export type EditAccess = {
  by: MemberActor | SystemActor
  accessId: string
  name?: string
  email?: string
  can?: Category[]
  privateMatters?: boolean
  teamMatters?: boolean
}

/** The access may see what was wished, from this moment; its sessions are over, and links sent to an address it no longer has open nothing. */
export async function editAccess(office: Office, wish: EditAccess): Promise<{ accessId: string }> {
  const email = wish.email === undefined ? undefined : emailAddress(wish.email)
  return write(office.db, async (tx) => {
    const { by, access } = await accessFor(tx, wish.by, wish.accessId)
    if (email !== undefined) {
      const [taken] = await tx
        .select({ id: accesses.id })
        .from(accesses)
        .where(
          and(eq(accesses.firmId, by.firmId), eq(accesses.livingEmail, email), ne(accesses.id, access.id)),
        )
      if (taken) throw new AddressTaken()
    }
    const moved = email !== undefined && email !== access.livingEmail
    await tx
      .update(accesses)
      .set({
        ...(wish.name === undefined ? {} : { name: requireText('name', wish.name, 200) }),
        ...(email === undefined ? {} : { email: wish.email?.trim() ?? email, livingEmail: email }),
        ...(wish.can === undefined ? {} : switchesOf(wish.can)),
        ...(wish.privateMatters === undefined ? {} : { privateMatters: wish.privateMatters }),
        ...(wish.teamMatters === undefined ? {} : { teamMatters: wish.teamMatters }),
        // A link is personal: when the address changes, the one that was sent to the old address is void.
        ...(moved ? { linkVersion: access.linkVersion + 1, invitedAt: null, enteredAt: null } : {}),
      })
      .where(eq(accesses.id, access.id))
    await tx.delete(sessions).where(eq(sessions.accessId, access.id))
    await announce(office, tx, { kind: 'accessEdited', by, clientId: access.clientId, subjectId: access.id })
    return { accessId: access.id }
  })
}
