import { eq } from 'drizzle-orm'
import { accesses } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { NotFound } from '../../errors.ts'
import { firmOf } from '../../firms/firm.ts'
import type { Office } from '../../office.ts'
import { beginSession, type Entered } from '../session/begin-session.ts'
import { checkPassword } from './check-password.ts'
import { clientsBehind } from '../clients-behind.ts'
import { endSessions } from '../session/end-sessions.ts'
import { mailToAccess } from '../mail-to-access.ts'
import { passwordDigest, storedPassword } from './password.ts'
import { accountByPasswordLink } from './password-link.ts'

/**
 * The account has this password and a session begins; the link is used up, whoever had entered before has to enter
 * anew, and the holder is mailed what happened. Throws NotFound for a link that sets nothing, PasswordTooShort, PasswordTooCommon, TextTooLong.
 */
export async function setPassword(
  office: Office,
  wish: { token: string; password: string },
): Promise<Entered> {
  const account = await accountByPasswordLink(office, office.db.read, wish.token)
  if (!account) throw new NotFound()
  const firm = await firmOf(office.db.read, account.firmId)
  checkPassword(wish.password, [account.email, account.name, firm.name])
  const digest = await passwordDigest(office, account.email, wish.password)
  const entered = await write(office.db, async (tx) => {
    const access = await accountByPasswordLink(office, tx, wish.token)
    const [client] = access ? (await clientsBehind(tx, access)).living : []
    if (!access || !client) throw new NotFound()
    await tx
      .update(accesses)
      .set({
        passwordHash: storedPassword(digest, access.id),
        passwordAt: office.clock(),
        passwordVersion: access.passwordVersion + 1,
        passwordLinkUntil: null,
      })
      .where(eq(accesses.id, access.id))
    await endSessions(tx, access.id)
    const { id: accessId, firmId, clientId } = access
    const notice = { kind: 'passwordSet', accessId, changed: access.passwordHash !== null } as const
    const reader = { clientId: client.id, locale: client.locale ?? firm.locale }
    await announce(office, tx, {
      kind: 'passwordSet',
      by: { kind: 'client', firmId, clientId },
      clientId,
      subjectId: accessId,
      tell: [mailToAccess(access, notice, reader)],
    })
    return beginSession(office, tx, access)
  })
  office.wake('outbox')
  return entered
}
