import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { base32 } from './ids.ts'

/** What a key is for; each use has a key of its own, derived from `SECRET_KEY` (HKDF-SHA256, RFC 5869). */
type Purpose =
  | 'reply-address'
  | 'bounce-address'
  | 'access-link'
  | 'password'
  | 'password-link'
  | 'step-up'
  | 'push'
  | 'file-pass'
  | 'mail-pass'
  | 'file-password'
  | 'upload-link'
  | 'behalf-link'
  | 'reminder-link'
  | 'confirm-link'
  | 'chat-token'
  | 'install-link'
  | 'install-state'
  | 'mailbox-token'
  | 'loop-mark'

/** 32 bytes for one purpose. */
export function keyFor(secretKey: string, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, 'despacho', purpose, 32))
}

/** HMAC-SHA256 cut to 130 bits, as 26 characters of lower-case base32. */
export function mac(key: Buffer, text: string): string {
  return base32(createHmac('sha256', key).update(text).digest(), 26)
}

/** Compares two texts in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer]
  return timingSafeEqual(x, y)
}

/** SHA-256 in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Encrypts a secret for the database (AES-256-GCM); `open` gives it back. */
export function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Decrypts what `seal` made; throws when the key is another or the text was changed. */
export function unseal(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
