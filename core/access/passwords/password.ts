import { argon2, createHmac } from 'node:crypto'
import { promisify } from 'node:util'
import { keyFor, sameText } from '../../keys.ts'
import type { Office } from '../../office.ts'
import type { Access } from '../access.ts'

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. About 30 ms on a small server. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

const version = 'argon2id-1'

/**
 * What a typed password amounts to at an address (argon2id, RFC 9106). It is worked out once for a try, however many
 * accounts have the address, so that the time it takes tells nothing: the salt is the address's own, made with
 * `SECRET_KEY`, which no copy of the database contains.
 */
export async function passwordDigest(office: Office, email: string, password: string): Promise<Buffer> {
  const key = keyFor(office.config.secretKey, 'password')
  const nonce = createHmac('sha256', key).update(email.toLowerCase()).digest().subarray(0, 16)
  return promisify(argon2)('argon2id', { message: normal(password), nonce, secret: key, ...cost })
}

/** The form in which an access keeps its password; the same password is another text for every access. */
export function storedPassword(digest: Buffer, accessId: string): string {
  return `${version}:${createHmac('sha256', digest).update(accessId).digest('base64url')}`
}

/** Whether a digest is that of the access's password. */
export function isPasswordOf(access: Pick<Access, 'id' | 'passwordHash'>, digest: Buffer): boolean {
  return access.passwordHash !== null && sameText(access.passwordHash, storedPassword(digest, access.id))
}

/** However a keyboard composes an accent, it is the same password (NIST SP 800-63B, 3.1.1.2). */
export function normal(password: string): string {
  return password.normalize('NFKC')
}
