import { write } from '#db/write.ts'
import { NotFound } from '../../errors.ts'
import type { Office } from '../../office.ts'
import { countAttempt } from '../attempts.ts'
import { beginSession, type Entered } from '../session/begin-session.ts'
import { clientsBehind } from '../clients-behind.ts'
import { accessByLink } from './link-token.ts'
import { networkOf } from '../network-of.ts'

/** Of links that open nothing; many people may stand behind one address, and theirs do. */
const perNetworkAddress = { most: 60, minutes: 15 }

/**
 * A session begins for the access the link opens; `from` is the network address the wish came from.
 * Throws NotFound for any link that opens nothing, and TooManyAttempts.
 */
export async function enterByLink(office: Office, wish: { token: string; from: string }): Promise<Entered> {
  const entered = await write(office.db, async (tx) => {
    const access = await accessByLink(office, tx, wish.token)
    if (!access || (await clientsBehind(tx, access)).living.length === 0) return null
    return beginSession(office, tx, access)
  })
  if (entered) return entered
  await countAttempt(office, 'link from', networkOf(wish.from), perNetworkAddress)
  throw new NotFound()
}
