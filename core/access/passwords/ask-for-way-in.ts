import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { setTimeout as pause } from 'node:timers/promises'
import type { Tx } from '#db/database.ts'
import { accesses } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { firmOf } from '../../firms/firm.ts'
import type { Office } from '../../office.ts'
import type { Access } from '../access.ts'
import { countAttempt } from '../attempts.ts'
import { clientsBehind } from '../clients-behind.ts'
import { mailToAccess } from '../mail-to-access.ts'
import { networkOf } from '../network-of.ts'
import { typedAddress } from '../typed-address.ts'
import { ensurePasswordLink } from './password-link.ts'

const perAddress = { most: 3, minutes: 60 }
const perNetworkAddress = { most: 30, minutes: 60 }
/** A link for a new password may be followed for two hours; one that is asked for again, for half an hour at least. */
const link = { lasts: 2 * 3_600_000, enough: 30 * 60_000 }
/** Milliseconds every answer takes, whether there was something to do or not. */
const evenly = 400

/**
 * Whoever was invited at this address is mailed their way in again, firm by firm: an account a link to set a password,
 * a link access its link. For any other address nothing happens; the answer is the same and takes as long.
 * Throws TooManyAttempts, by what was typed and not by what exists.
 */
export async function askForWayIn(office: Office, wish: { email: string; from: string }): Promise<void> {
  const email = typedAddress(wish.email)
  await countAttempt(office, 'way in from', networkOf(wish.from), perNetworkAddress)
  await countAttempt(office, 'way in', email, perAddress)
  const [mailed] = await Promise.all([mailWayIn(office, email), pause(evenly)])
  if (mailed > 0) office.wake('outbox')
}

async function mailWayIn(office: Office, email: string): Promise<number> {
  return write(office.db, async (tx) => {
    const invited = await tx
      .select()
      .from(accesses)
      .where(and(eq(accesses.livingEmail, email), isNull(accesses.removedAt), isNotNull(accesses.invitedAt)))
    for (const access of invited) await mailTo(office, tx, access)
    return invited.length
  })
}

async function mailTo(office: Office, tx: Tx, access: Access): Promise<void> {
  const [client] = (await clientsBehind(tx, access)).living
  if (!client) return
  if (access.kind === 'account') await ensurePasswordLink(tx, access, office.clock(), link)
  const firm = await firmOf(tx, access.firmId)
  const reader = { clientId: client.id, locale: client.locale ?? firm.locale }
  await announce(office, tx, {
    kind: 'passwordForgotten',
    by: { kind: 'client', firmId: access.firmId, clientId: client.id },
    clientId: client.id,
    subjectId: access.id,
    tell: [mailToAccess(access, { kind: 'accessAgain', accessId: access.id }, reader)],
  })
}
