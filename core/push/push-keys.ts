import { createECDH, hkdfSync } from 'node:crypto'
import { keyFor } from '../keys.ts'

/** The order of the group of P-256 (FIPS 186-5, SP 800-186). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** By which push services know us (VAPID, RFC 8292): a P-256 key pair, base64url. The public one is no secret. */
export type PushKeys = { publicKey: string; privateKey: string }

/**
 * The pair that follows from `SECRET_KEY`, and is stored nowhere: phones are bound to it, so another secret key silences
 * them until they ask anew. 64 more bits than the order has leave no bias (FIPS 186-5, A.2.1).
 */
export function pushKeys(secretKey: string): PushKeys {
  const wide = Buffer.from(hkdfSync('sha256', keyFor(secretKey, 'push'), '', 'vapid', 40))
  const scalar = (BigInt(`0x${wide.toString('hex')}`) % (order - 1n)) + 1n
  const privateKey = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex')
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(privateKey)
  return {
    publicKey: pair.getPublicKey('base64url'),
    privateKey: privateKey.toString('base64url'),
  }
}
