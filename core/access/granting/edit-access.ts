import { eq } from 'drizzle-orm'
import { accesses } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { emailAddress } from '../../clients/email-address.ts'
import { cancelUnsent } from '../../delivery/cancel-unsent.ts'
import { requireText } from '../../field.ts'
import { firstTime } from '../../first-time.ts'
import type { MemberActor, SystemActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { switchesOf, type Access, type Category } from '../access.ts'
import { accessFor } from '../access-for.ts'
import { requireFree } from './address-free.ts'
import { clientsBehind } from '../clients-behind.ts'
import { endSessions } from '../session/end-sessions.ts'
import { requireSightOf } from '../rights-over.ts'

export type EditAccess = {
  by: MemberActor | SystemActor
  accessId: string
  name?: string
  email?: string
  can?: Category[]
  privateMatters?: boolean
  teamMatters?: boolean
  interaction?: string
}

/** The access may see what was wished, from this moment; its sessions are over, and links sent to an address it no longer has open nothing. */
export async function editAccess(office: Office, wish: EditAccess): Promise<{ accessId: string }> {
  const email = wish.email === undefined ? undefined : emailAddress(wish.email)
  return write(office.db, async (tx) => {
    const { by, access } = await accessFor(tx, wish.by, wish.accessId)
    if (!(await firstTime(office, tx, by.firmId, wish.interaction))) return { accessId: access.id }
    if (email !== undefined) await requireFree(tx, by.firmId, email, access.id)
    const moved = email !== undefined && email !== access.livingEmail
    const { privateMatters = access.privateMatters, teamMatters = access.teamMatters } = wish
    const opensMore = (privateMatters && !access.privateMatters) || (teamMatters && !access.teamMatters)
    if (moved || opensMore) {
      const { ids } = await clientsBehind(tx, access)
      await requireSightOf(tx, by, ids, { privateMatters, teamMatters })
    }
    await tx
      .update(accesses)
      .set({
        ...(wish.name === undefined ? {} : { name: requireText('name', wish.name, 200) }),
        ...(email === undefined ? {} : { email: wish.email?.trim() ?? email, livingEmail: email }),
        ...(wish.can === undefined ? {} : switchesOf(wish.can)),
        privateMatters,
        teamMatters,
        ...(moved ? anew(access) : {}),
      })
      .where(eq(accesses.id, access.id))
    await endSessions(tx, access.id)
    if (moved) await cancelUnsent(tx, access.id, 'address changed')
    await announce(office, tx, { kind: 'accessEdited', by, clientId: access.clientId, subjectId: access.id })
    return { accessId: access.id }
  })
}

/** A way in is personal: when the address changes, what was sent to the old one is void, and so is its password. */
function anew({ linkVersion, passwordVersion }: Access) {
  return {
    linkVersion: linkVersion + 1,
    passwordVersion: passwordVersion + 1,
    passwordHash: null,
    passwordAt: null,
    passwordLinkUntil: null,
    invitedAt: null,
    enteredAt: null,
  }
}
