import { write } from '#db/write.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { countAttempt } from './attempts.ts'
import { beginSession, type Entered } from './begin-session.ts'
import { clientsBehind } from './clients-behind.ts'
import { accessByLink } from './link-token.ts'

const perNetworkAddress = { most: 60, minutes: 15 }

/**
 * A session begins for the access the link opens; `from` is the network address the wish came from.
 * Throws NotFound for any link that opens nothing, and TooManyAttempts.
 */
export async function enterByLink(office: Office, wish: { token: string; from: string }): Promise<Entered> {
  await countAttempt(office, 'link from', wish.from, perNetworkAddress)
  return write(office.db, async (tx) => {
    const access = await accessByLink(office, tx, wish.token)
    if (!access || (await clientsBehind(tx, access)).living.length === 0) throw new NotFound()
    return beginSession(office, tx, access)
  })
}
