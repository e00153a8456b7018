import { pbkdf2Sync } from 'node:crypto'

/** Entries looked at; all have the same password where one program packed them. */
const mostEntries = 20

/**
 * Whether the password opens the entries of a zip file, as far as their first bytes tell (APPNOTE 6.1; for AES, WinZip's AE-1 and
 * AE-2); null where that cannot be told: no entry has one, or in a way not understood.
 */
export function zipOpensWith(zip: Buffer, password: string): boolean | null {
  const isPlain = /^[ -~]*$/.test(password)
  const written = isPlain ? ['latin1' as const] : ['utf8' as const, 'latin1' as const]
  const entries = lockedEntries(zip)
  const tried = written.map((encoding) =>
    entries.map((entry) => opens(zip, entry, Buffer.from(password, encoding))),
  )
  // One byte is soon guessed: all that can be told say the same.
  if (tried.some((told) => told.includes(true) && !told.includes(false))) return true
  return isPlain && entries.length > 0 && !tried.flat().includes(null) ? false : null
}

/** `proof` is the byte that the unlocked header ends with: of the checksum, or of the time. */
type Entry = { at: number; method: number; proof: number[]; strength: number | null }

function lockedEntries(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end === -1 || end + 22 > zip.length) return []
  const found: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  while (found.length < mostEntries && at + 46 <= zip.length && zip.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const flags = zip.readUInt16LE(at + 8)
    const local = zip.readUInt32LE(at + 42)
    if ((flags & 1) === 1 && local + 30 <= zip.length)
      found.push({
        at: local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28),
        method: (flags & 0x40) === 0 ? zip.readUInt16LE(at + 10) : -1,
        proof: (flags & 8) === 0 ? [zip[at + 19] ?? 0] : [zip[at + 19] ?? 0, zip[at + 13] ?? 0],
        strength: strengthIn(zip.subarray(at + 46 + name, at + 46 + name + extra)),
      })
    at += 46 + name + extra + comment
  }
  return found
}

function strengthIn(extra: Buffer): number | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 0x9901) return extra[at + 8] ?? null
  return null
}

function opens(zip: Buffer, { at, method, proof, strength }: Entry, password: Buffer): boolean | null {
  if (method === 99) return strength === null ? null : opensAes(zip.subarray(at), strength, password)
  if (method === -1 || at + 12 > zip.length) return null
  return proof.includes(lastOfHeader(zip.subarray(at, at + 12), password))
}

function opensAes(start: Buffer, strength: number, password: Buffer): boolean | null {
  const length = new Map([
    [1, 16],
    [2, 24],
    [3, 32],
  ]).get(strength)
  if (length === undefined || start.length < length / 2 + 2) return null
  const salt = start.subarray(0, length / 2)
  const derived = pbkdf2Sync(password, salt, 1000, 2 * length + 2, 'sha1')
  return derived.subarray(2 * length).equals(start.subarray(length / 2, length / 2 + 2))
}

function lastOfHeader(header: Buffer, password: Buffer): number {
  const keys: [number, number, number] = [0x12345678, 0x23456789, 0x34567890]
  const feed = (byte: number) => {
    keys[0] = crcStep(keys[0], byte)
    keys[1] = (Math.imul((keys[1] + (keys[0] & 255)) >>> 0, 134775813) + 1) >>> 0
    keys[2] = crcStep(keys[2], keys[1] >>> 24)
  }
  password.forEach(feed)
  let last = 0
  for (const byte of header) {
    const mask = (keys[2] & 0xffff) | 2
    last = byte ^ ((Math.imul(mask, mask ^ 1) >>> 8) & 255)
    feed(last)
  }
  return last
}

function crcStep(crc: number, byte: number): number {
  let rest = (crc ^ byte) & 255
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return ((crc >>> 8) ^ rest) >>> 0
}
