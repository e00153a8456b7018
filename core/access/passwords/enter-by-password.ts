import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accesses } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { WrongPassword } from '../../errors.ts'
import type { Office } from '../../office.ts'
import type { Access } from '../access.ts'
import { countAttempt, forgetAttempts } from '../attempts.ts'
import { beginSession, type Entered } from '../session/begin-session.ts'
import { clientsBehind } from '../clients-behind.ts'
import { networkOf } from '../network-of.ts'
import { isPasswordOf, passwordDigest } from './password.ts'
import { typedAddress } from '../typed-address.ts'

/** `from` is the network address the wish came from. */
export type EnterByPassword = { email: string; password: string; from: string }

const perAddress = { most: 10, minutes: 15 }
const perNetworkAddress = { most: 100, minutes: 15 }
/** Whoever guesses from many places; the owner still gets in by a new password. */
const perAddressFromAnywhere = { most: 60, minutes: 60 }
const longest = 1000

/**
 * A session begins for the account with this address and password; of several firms' with both the same, for the one
 * last seen. Known and unknown addresses are answered alike and after the same work. Throws WrongPassword, TooManyAttempts.
 */
export async function enterByPassword(office: Office, wish: EnterByPassword): Promise<Entered> {
  const email = typedAddress(wish.email)
  const from = networkOf(wish.from)
  const who = `${email}\n${from}`
  await countAttempt(office, 'login from', from, perNetworkAddress)
  await countAttempt(office, 'login', who, perAddress)
  await countAttempt(office, 'login of', email, perAddressFromAnywhere)
  const digest = await passwordDigest(office, email, wish.password.slice(0, longest))
  const entered = await write(office.db, async (tx) => {
    for (const account of await accountsOf(tx, email)) {
      if (!isPasswordOf(account, digest)) continue
      if ((await clientsBehind(tx, account)).living.length > 0) return beginSession(office, tx, account)
    }
    throw new WrongPassword()
  })
  await forgetAttempts(office, 'login', who)
  await forgetAttempts(office, 'login of', email)
  return entered
}

async function accountsOf(tx: Query, email: string): Promise<Access[]> {
  const found = await tx
    .select()
    .from(accesses)
    .where(
      and(
        eq(accesses.livingEmail, email),
        eq(accesses.kind, 'account'),
        isNull(accesses.removedAt),
        isNotNull(accesses.passwordHash),
      ),
    )
  return found.sort((a, b) => Number(b.lastSeenAt ?? 0) - Number(a.lastSeenAt ?? 0))
}
