import { createCipheriv, createHash } from 'node:crypto'

/**
 * Whether a PDF asks for a password before it shows anything. One that only forbids printing or changing opens with
 * the empty password (ISO 32000-2, 7.6.4) and is readable; what is encrypted in a way not understood counts as locked.
 */
export function needsPassword(pdf: Buffer): boolean {
  const encryption = findEncryption(pdf)
  return encryption !== null && opens(encryption, Buffer.alloc(0)) !== true
}

/**
 * Whether the password opens the PDF, be it the one to read or the owner's; null where that cannot be told: it is encrypted
 * in a way not understood, or not at all, or the password has letters that programs write differently.
 */
export function pdfOpensWith(pdf: Buffer, password: string): boolean | null {
  const encryption = findEncryption(pdf)
  if (!encryption) return null
  const isPlain = /^[ -~]*$/.test(password)
  const written = isPlain ? ['latin1' as const] : ['utf8' as const, 'latin1' as const]
  const tried = written.map((encoding) =>
    opens(encryption, Buffer.from(password.normalize('NFKC'), encoding)),
  )
  if (tried.includes(true)) return true
  return isPlain && tried[0] === false ? false : null
}

type Encryption = { dictionary: string; id: Buffer }

function opens({ dictionary, id }: Encryption, password: Buffer): boolean | null {
  if (!/\/Filter\s*\/Standard\b/.test(dictionary)) return null
  const revision = numberOf(dictionary, 'R')
  const user = stringOf(dictionary, /\/U\s*(?=[(<])/)
  const owner = stringOf(dictionary, /\/O\s*(?=[(<])/)
  if (!user || revision === null) return null
  if (revision >= 5) return opensRevision5(revision, password, user, owner)
  const permissions = numberOf(dictionary, 'P')
  if (!owner || permissions === null) return null
  const metadataInClear = revision >= 4 && /\/EncryptMetadata\s+false/.test(dictionary)
  const length = keyLength(dictionary, revision)
  const facts = { owner, permissions, id, revision, length, metadataInClear }
  const opensAsUser = (one: Buffer) => opensRevision2to4(revision, fileKey(one, facts), id, user)
  return opensAsUser(password) || (password.length > 0 && opensAsUser(userPasswordIn(password, facts)))
}

// In bytes. Of revision 4 a filter has a length of its own, which may stand before that of the whole, and in bytes or bits.
function keyLength(dictionary: string, revision: number): number {
  if (revision === 2) return 5
  if (revision === 4) return 16
  return Math.min(Math.max(numberOf(dictionary, 'Length') ?? 128, 40), 128) / 8
}

function findEncryption(pdf: Buffer): Encryption | null {
  const tail = pdf.toString('latin1', Math.max(0, pdf.length - 65_536))
  const head = pdf.toString('latin1', 0, Math.min(pdf.length, 65_536))
  for (const part of [tail, head]) {
    const found = [...part.matchAll(/\/Encrypt\s*(?:(\d+)\s+(\d+)\s+R|<<)/g)].at(-1)
    if (!found) continue
    const id = idNear(part, found.index) ?? Buffer.alloc(0)
    if (found[1] === undefined) return { dictionary: part.slice(found.index, found.index + 4096), id }
    return { dictionary: objectOf(pdf, `${found[1]} ${found[2]} obj`), id }
  }
  return null
}

const mostRejected = 1000

function objectOf(pdf: Buffer, opening: string): string {
  let at = pdf.lastIndexOf(opening, undefined, 'latin1')
  // "15 0 obj" also ends with "5 0 obj".
  for (let rejected = 0; at > 0 && /\d/.test(String.fromCharCode(pdf[at - 1] ?? 0)); rejected++) {
    if (rejected === mostRejected) return ''
    at = pdf.lastIndexOf(opening, at - 1, 'latin1')
  }
  if (at === -1) return ''
  return pdf.toString('latin1', at, at + 4096)
}

function idNear(part: string, index: number): Buffer | null {
  const ids = [...part.matchAll(/\/ID\s*\[\s*(?=[(<])/g)]
  const nearest = ids.sort((a, b) => Math.abs(a.index - index) - Math.abs(b.index - index))[0]
  return nearest ? readString(part, nearest.index + nearest[0].length) : null
}

function numberOf(dictionary: string, name: string): number | null {
  const match = new RegExp(`/${name}\\s+(-?\\d+)`).exec(dictionary)
  return match ? Number(match[1]) : null
}

function stringOf(dictionary: string, opening: RegExp): Buffer | null {
  const match = opening.exec(dictionary)
  return match ? readString(dictionary, match.index + match[0].length) : null
}

function readString(text: string, start: number): Buffer | null {
  if (text[start] === '<') {
    const hex = /^<([\da-f\s]*)>/i.exec(text.slice(start, start + 1024))?.[1]
    return hex === undefined ? null : Buffer.from(hex.replace(/\s/g, ''), 'hex')
  }
  let out = ''
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      const next = text.charAt(at + 1)
      out += octal ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : (escapes.get(next) ?? next)
      at += octal?.length ?? 1
      continue
    }
    if (character === '(' && depth++ === 0) continue
    if (character === ')' && --depth === 0) return Buffer.from(out, 'latin1')
    out += character
  }
  return null
}

const escapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['\n', ''],
])

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

type KeyFacts = {
  owner: Buffer
  permissions: number
  id: Buffer
  revision: number
  length: number
  metadataInClear: boolean
}

function fileKey(password: Buffer, about: KeyFacts): Buffer {
  const { owner, permissions, id, revision, length, metadataInClear } = about
  const flags = Buffer.alloc(4)
  flags.writeInt32LE(permissions | 0)
  const clear = Buffer.from(metadataInClear ? 'ffffffff' : '', 'hex')
  let key = md5(padded(password), owner.subarray(0, 32), flags, id, clear)
  if (revision >= 3) for (let round = 0; round < 50; round++) key = md5(key.subarray(0, length))
  return key.subarray(0, length)
}

/** What the owner's password makes of `/O`: the password to read, if it is the owner's (algorithm 7). */
function userPasswordIn(ownersPassword: Buffer, { owner, revision, length }: KeyFacts): Buffer {
  let key = md5(padded(ownersPassword))
  if (revision >= 3) for (let round = 0; round < 50; round++) key = md5(key)
  key = key.subarray(0, length)
  let password = owner.subarray(0, 32)
  for (let round = revision === 2 ? 0 : 19; round >= 0; round--) password = rc4(turned(key, round), password)
  return password
}

function padded(password: Buffer): Buffer {
  return Buffer.concat([password, padding]).subarray(0, 32)
}

function turned(key: Buffer, round: number): Buffer {
  return Buffer.from(key.map((byte) => byte ^ round))
}

function opensRevision2to4(revision: number, key: Buffer, id: Buffer, user: Buffer): boolean {
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32))
  let expected = rc4(key, md5(padding, id))
  for (let round = 1; round < 20; round++) expected = rc4(turned(key, round), expected)
  return expected.equals(user.subarray(0, 16))
}

function opensRevision5(revision: number, password: Buffer, user: Buffer, owner: Buffer | null): boolean {
  const cut = password.subarray(0, 127)
  const proves = (hashed: Buffer, more: Buffer) => {
    const salt = hashed.subarray(32, 40)
    const hash =
      revision === 5
        ? createHash('sha256').update(cut).update(salt).update(more).digest()
        : hardenedHash(cut, salt, more)
    return hash.equals(hashed.subarray(0, 32))
  }
  if (proves(user, Buffer.alloc(0))) return true
  return cut.length > 0 && owner !== null && proves(owner, user.subarray(0, 48))
}

/** Algorithm 2.B of ISO 32000-2. */
function hardenedHash(password: Buffer, salt: Buffer, user: Buffer): Buffer {
  let key = createHash('sha256').update(password).update(salt).update(user).digest()
  for (let round = 0, last = 255; round < 64 || last > round - 32; round++) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(
      false,
    )
    const once = Buffer.concat([password, key, user])
    const encrypted = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => once)))
    const rest = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = createHash(['sha256', 'sha384', 'sha512'][rest] ?? 'sha256')
      .update(encrypted)
      .digest()
    last = encrypted.at(-1) ?? 0
  }
  return key.subarray(0, 32)
}

function md5(...parts: Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest()
}

// OpenSSL 3 keeps RC4 in a provider that Node does not load.
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0])
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255
      j = (j + (state[i] ?? 0)) & 255
      swap(i, j)
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0)
    }),
  )
}
