import { randomBytes } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Bytes as lower-case base32 (RFC 4648 without padding), five bits a character. */
export function base32(bytes: Uint8Array, length = Math.floor((bytes.length * 8) / 5)): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += alphabet.charAt((value >> bits) & 31)
    }
  }
  return text
}

/** A new opaque id: 20 characters of lower-case base32, sorted by the moment it was made, 55 random bits. */
export function newId(now: Date = new Date()): string {
  let time = now.getTime()
  let prefix = ''
  for (let i = 0; i < 9; i++) {
    prefix = sortable.charAt(time % 32) + prefix
    time = Math.floor(time / 32)
  }
  return prefix + base32(randomBytes(7), 11)
}

// Like the alphabet, but in ASCII order, so that ids sort as their moments do.
const sortable = '234567abcdefghijklmnopqrstuvwxyz'

/** A new unguessable id of 16 characters (80 random bits), for reply addresses and links. */
export function newShortId(): string {
  return base32(randomBytes(10), 16)
}

/** A secret that opens something: 32 characters, 160 random bits. */
export function newSecret(): string {
  return base32(randomBytes(20), 32)
}
