import { ECDH } from 'node:crypto'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { pushSubscriptions } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { mayAct } from '../access/access-stands.ts'
import type { ClientSession } from '../access/session/client-session.ts'
import { NotAValue } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import { isPushService } from './push-hosts.ts'

/** Phones of one access that are told; of more, the one that asked first is told no longer. */
const mostPhones = 10

export type Subscribe = {
  by: ClientSession
  /** Where the browser takes messages, and its keys (RFC 8030, RFC 8291; base64url), as it says. */
  endpoint: string
  p256dh: string
  auth: string
}

/**
 * This browser is told of what is new for as long as its session lasts; whoever was told there before is not any more.
 * Throws NotAValue for what no browser we know would say, LookingOnly, and NotFound once the session is over.
 */
export async function subscribe(office: Office, wish: Subscribe): Promise<void> {
  const { endpoint, p256dh, auth } = wish
  if (!isPushService(office.config.pushServices, endpoint)) throw new NotAValue('endpoint', '')
  if (!isPublicKey(p256dh)) throw new NotAValue('p256dh', '')
  if (!isBase64Of(auth, 16)) throw new NotAValue('auth', '')
  await write(office.db, async (tx) => {
    const { firmId, accessId, sessionId } = await mayAct(office, tx, wish.by)
    const now = office.clock()
    // A row of its own each time: what was still to be said to whoever sat there before is not said to this one.
    await tx.delete(pushSubscriptions).where(eq(pushSubscriptions.endpoint, endpoint))
    const row = { id: newId(now), firmId, accessId, sessionId, endpoint, p256dh, auth, createdAt: now }
    await tx.insert(pushSubscriptions).values(row)
    await forgetOldest(tx, accessId)
  })
}

async function forgetOldest(tx: Tx, accessId: string) {
  const rows = await tx
    .select({ id: pushSubscriptions.id })
    .from(pushSubscriptions)
    .where(eq(pushSubscriptions.accessId, accessId))
    .orderBy(asc(pushSubscriptions.createdAt), asc(pushSubscriptions.id))
  const tooMany = rows.slice(0, -mostPhones).map((row) => row.id)
  if (tooMany.length > 0) await tx.delete(pushSubscriptions).where(inArray(pushSubscriptions.id, tooMany))
}

/** An uncompressed point that lies on P-256. */
function isPublicKey(text: string): boolean {
  if (!isBase64Of(text, 65)) return false
  try {
    ECDH.convertKey(text, 'prime256v1', 'base64url', 'hex', 'compressed')
    return Buffer.from(text, 'base64url')[0] === 4
  } catch {
    return false
  }
}

function isBase64Of(text: string, bytes: number): boolean {
  return /^[\w-]+$/.test(text) && Buffer.from(text, 'base64url').length === bytes
}
