import type { Office } from '#core/office.ts'
import { keyFor } from '#core/keys.ts'
import { cleanLine } from '#core/files/clean-text.ts'
import { readRawHeader, valuesOf } from '../raw-header.ts'
import { readBounceAddress, readReplyAddress } from '../reply-address.ts'

export type MailStart = {
  /**
   * Our own addresses among those that servers on the way noted as the recipient, or that the sender wrote: over IMAP there is no
   * other envelope. Whoever can write one of them into a header could have sent the mail to it, too.
   */
  deliveredTo: string[]
  /** Ids of signed reply addresses, wherever they stand. */
  replyAddressIds: string[]
  /** Who it says it is from; nothing proves it. */
  from: string | null
  subject: string | null
}

const recipientFields = ['delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to', 'to', 'cc']
const mostCharacters = 200_000
const addressShape = /[^\s<>",;:()[\]]{1,64}@[^\s<>",;:()[\]]{1,255}/g

/** What the first bytes of a mail say of whose it is; empty where its header does not end within them. */
export function readMailStart(office: Pick<Office, 'config'>, start: Buffer, isWhole: boolean): MailStart {
  const header = readRawHeader(start, isWhole)
  const base = office.config.mailIn?.replyAddress ?? ''
  const replyKey = keyFor(office.config.secretKey, 'reply-address')
  const bounceKey = keyFor(office.config.secretKey, 'bounce-address')
  const isOurs = (address: string) =>
    address === base ||
    readReplyAddress(replyKey, base, address) !== null ||
    readBounceAddress(bounceKey, base, address) !== null
  const addressesIn = (names: string[]) => {
    const text = header ? names.flatMap((name) => valuesOf(header, name)).join('\n') : ''
    const found = text.slice(0, mostCharacters).match(addressShape) ?? []
    return [...new Set(found.map((address) => address.toLowerCase()))]
  }
  const deliveredTo = addressesIn(recipientFields).filter(isOurs).slice(0, 100)
  const replyAddressIds = deliveredTo.flatMap((address) => {
    const read = readReplyAddress(replyKey, base, address)
    return read !== null && read !== 'forged' ? [read.id] : []
  })
  const subject = cleanLine((header && valuesOf(header, 'subject')[0]) ?? '', 500)
  return {
    deliveredTo,
    replyAddressIds,
    from: addressesIn(['from'])[0] ?? null,
    // Left out where it would have to be decoded first.
    subject: subject && !subject.includes('=?') ? subject : null,
  }
}
