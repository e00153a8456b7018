import { eq } from 'drizzle-orm'
import { accesses } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { clientOf } from '../../clients/client.ts'
import { NotFound } from '../../errors.ts'
import { firstTime } from '../../first-time.ts'
import { firmOf } from '../../firms/firm.ts'
import type { MemberActor, SystemActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import type { Access } from '../access.ts'
import { accessFor } from '../access-for.ts'
import { linkUrl } from '../links/link-token.ts'
import { mailToAccess } from '../mail-to-access.ts'
import { ensurePasswordLink, passwordUrl } from '../passwords/password-link.ts'

const day = 24 * 3_600_000
/** An invitation to set a password may be followed for a week; one that is sent again, for a day at least. */
const link = { lasts: 7 * day, enough: day }

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
    const reader = { clientId: client.id, locale: client.locale ?? firm.locale }
    const now = office.clock()
    const invited = access.kind === 'account' ? await ensurePasswordLink(tx, access, now, link) : access
    await tx.update(accesses).set({ invitedAt: now }).where(eq(accesses.id, access.id))
    await announce(office, tx, {
      kind: 'accessInvited',
      by,
      clientId: client.id,
      subjectId: access.id,
      tell: [mailToAccess(access, { kind: 'accessInvite', accessId: access.id }, reader)],
    })
    return { url: wayIn(office, invited) }
  })
  office.wake('outbox')
  return done
}

/** Where the holder of an access enters, or first sets a password. */
export function wayIn(office: Office, access: Access): string {
  return access.kind === 'account' ? passwordUrl(office, access) : linkUrl(office, access)
}
