import { lt } from 'drizzle-orm'
import { installStates } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { newShortId } from '../ids.ts'
import { keyFor, mac, sameText } from '../keys.ts'
import type { Office } from '../office.ts'

const goodFor = 10 * 60_000

/**
 * A `state` for OAuth (RFC 6749, 10.12), good for ten minutes and once. It is signed, so that nothing is stored before it
 * comes back; `linkId` is null where no install link was used.
 */
export function makeInstallState(office: Office, linkId: string | null): string {
  const until = (office.clock().getTime() + goodFor).toString(36)
  const said = [newShortId(), until, linkId ?? ''].join('.')
  return `${said}.${signatureOf(office, said)}`
}

/** What the state was made for, the first time it comes back; null for one that is forged, late or was used. */
export async function spendInstallState(
  office: Office,
  state: string,
): Promise<{ linkId: string | null } | null> {
  const [id = '', until = '', linkId = '', signature = ''] = state.split('.')
  const said = [id, until, linkId].join('.')
  const now = office.clock()
  if (!sameText(`${said}.${signature}`, `${said}.${signatureOf(office, said)}`)) return null
  if (state !== `${said}.${signature}` || Number.parseInt(until, 36) <= now.getTime()) return null
  const spent = await write(office.db, async (tx) => {
    await tx.delete(installStates).where(lt(installStates.usedAt, new Date(now.getTime() - 2 * goodFor)))
    return tx
      .insert(installStates)
      .values({ id, usedAt: now })
      .onConflictDoNothing()
      .returning({ id: installStates.id })
  })
  return spent.length === 1 ? { linkId: linkId || null } : null
}

function signatureOf(office: Office, said: string): string {
  return mac(keyFor(office.config.secretKey, 'install-state'), said)
}
