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

/**
 * A new opaque id: 20 characters of lower-case base32. Ids sort by the moment they were made and, within one millisecond,
 * in the order they were made on one machine, so that the pages of a document stay in theirs. 25 random bits end it.
 */
export function newId(now: Date = new Date()): string {
  // Microseconds of the machine's steady clock, which all its processes share; they come round every 18 minutes.
  const fine = Number((process.hrtime.bigint() / 1000n) % 2n ** 30n)
  return sortableText(now.getTime(), 9) + sortableText(fine, 6) + base32(randomBytes(4), 5)
}

function sortableText(value: number, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) {
    text = sortable.charAt(rest % 32) + text
  }
  return text
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
