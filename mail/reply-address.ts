import { mac, sameText } from '#core/keys.ts'

const mark = '+r.'
const bounceMark = '+b.'
const idShape = /^[a-z2-7]{16}$/
const tokenShape = /^([a-z2-7]{16})\.([a-z2-7]{26})$/

/** The longest local part that leaves room for mark, id and mac within the 64 characters of RFC 5321, 4.5.3.1.1. */
export const longestReplyLocalPart = 64 - mark.length - 16 - 1 - 26

/**
 * What is wrong with a configured `REPLY_ADDRESS`, or null when it can carry reply addresses: it must be one
 * plain address (no name, no quotes) whose local part has at most 18 characters.
 */
export function replyAddressFault(base: string): 'not_an_address' | 'local_part_too_long' | null {
  if (!/^[a-z0-9!#$%&'*/=?^_`{|}~.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(base)) return 'not_an_address'
  if (base.lastIndexOf('@') > longestReplyLocalPart) return 'local_part_too_long'
  return null
}

/**
 * The address to which one recipient answers about one thing: `{local}+r.{id}.{mac}@{domain}`, all lower case.
 * `key` is that of purpose `reply-address`, `id` 16 characters of lower-case base32; the mac has 130 bits.
 */
export function replyAddress(key: Buffer, base: string, id: string): string {
  return signedAddress(mark, key, base, id)
}

/**
 * The id an address carries; `forged` when it has our form but not our mac; null when it is no reply address of
 * ours. Letter case does not matter, since mail clients change it.
 */
export function readReplyAddress(
  key: Buffer,
  base: string,
  address: string,
): { id: string } | 'forged' | null {
  return readSigned(mark, key, base, address)
}

/**
 * The envelope sender of what one recipient is sent, where reports of failed delivery come back to:
 * `{local}+b.{id}.{mac}@{domain}`. `key` is that of purpose `bounce-address`. It stands in no header of ours, so that
 * no reply hands it on and nobody but the servers on the way can report a failure.
 */
export function bounceAddress(key: Buffer, base: string, id: string): string {
  return signedAddress(bounceMark, key, base, id)
}

/** The id a bounce address carries, in any letter case; null when it is none of ours, or its mac is not. */
export function readBounceAddress(key: Buffer, base: string, address: string): { id: string } | null {
  const found = readSigned(bounceMark, key, base, address)
  return found === 'forged' ? null : found
}

function signedAddress(mark: string, key: Buffer, base: string, id: string): string {
  const fault = replyAddressFault(base)
  if (fault) throw new RangeError(`${base}: ${fault}`)
  if (!idShape.test(id)) throw new RangeError(`${id} is no id of 16 base32 characters`)
  const [local, domain] = split(base)
  return `${local}${mark}${id}.${mac(key, id)}@${domain}`
}

function readSigned(
  mark: string,
  key: Buffer,
  base: string,
  address: string,
): { id: string } | 'forged' | null {
  const [local, domain] = split(base)
  const [given, givenDomain] = split(address.trim())
  if (givenDomain !== domain || !given.startsWith(local + mark)) return null
  const token = tokenShape.exec(given.slice(local.length + mark.length))
  if (!token?.[1] || !token[2] || !sameText(token[2], mac(key, token[1]))) return 'forged'
  return { id: token[1] }
}

function split(address: string): [string, string] {
  const at = address.lastIndexOf('@')
  return [address.slice(0, Math.max(at, 0)).toLowerCase(), address.slice(at + 1).toLowerCase()]
}
