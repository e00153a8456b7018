import { eq } from 'drizzle-orm'
import { accesses } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { clientOf } from '../clients/client.ts'
import { NotFound } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import { firmOf } from '../firms/firm.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import type { Access } from './access.ts'
import { accessFor } from './access-for.ts'
import { linkUrl } from './link-token.ts'
import { allowPasswordUntil, passwordUrl } from './password-link.ts'

/** An invitation to set a password may be followed for so many days. */
const invitationDays = 7

/**
 * The invitation to the portal is mailed to the access's address, once for each call; gives back the link that it
 * carries: the personal one, or one by which an account's password is set once.
 */
export async function invite(
  office: Office,
  wish: { by: MemberActor | SystemActor; accessId: string; interaction?: string },
): Promise<{ url: string }> {
  const done = await write(office.db, async (tx) => {
    const { by, access } = await accessFor(tx, wish.by, wish.accessId)
    if (!(await firstTime(office, tx, access.firmId, wish.interaction))) return { url: wayIn(office, access) }
    const client = await clientOf(tx, access.firmId, access.clientId)
    if (client.leftAt) throw new NotFound()
    const firm = await firmOf(tx, access.firmId)
    const now = office.clock()
    const until = new Date(now.getTime() + invitationDays * 24 * 3_600_000)
    if (access.kind === 'account') await allowPasswordUntil(tx, access, until)
    await tx.update(accesses).set({ invitedAt: now }).where(eq(accesses.id, access.id))
    await announce(office, tx, {
      kind: 'accessInvited',
      by,
      clientId: client.id,
      subjectId: access.id,
      tell: [
        {
          channel: 'mail',
          notice: { kind: 'accessInvite', accessId: access.id },
          to: {
            email: access.livingEmail ?? access.email,
            clientId: client.id,
            locale: client.locale ?? firm.locale,
          },
          matterId: null,
          subjectId: access.id,
          accessId: access.id,
          replyTo: null,
          thread: null,
        },
      ],
    })
    return { url: wayIn(office, access) }
  })
  office.wake('outbox')
  return done
}

/** Where the holder of an access enters, or first sets a password. */
export function wayIn(office: Office, access: Access): string {
  return access.kind === 'account' ? passwordUrl(office, access) : linkUrl(office, access)
}
