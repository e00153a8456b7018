import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs'
import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import type { EmailAddress, Headers } from 'mailparser'
import type { IncomingMail } from '#core/replies/inbound/incoming-mail.ts'
import { wantsNoReminders } from '#core/replies/understood/reply-wishes.ts'
import { type AuthenticateMail, authenticateMail, type MailEnvelope } from './authenticate.ts'
import { believableFields } from './believable-fields.ts'
import { bounceFailures } from './bounce-failures.ts'
import { cleanLine, cleanText } from '#core/files/clean-text.ts'
import { cloudLinks, linkFiles } from './cloud-links.ts'
import { contentHash } from './content-hash.ts'
import { forwardedFrom } from './forwarded-from.ts'
import { htmlText } from './html-text.ts'
import { mailKind } from './kind.ts'
import { lineEnds } from './line-ends.ts'
import { mailFiles } from './mail-files.ts'
import { MailUnreadable } from './mail-unreadable.ts'
import { guessText, mostHeaderBytes, mostParts } from './mime-parser.ts'
import { openMail } from './open-mail.ts'
import { type RawHeader, readRawHeader, valuesOf } from './raw-header.ts'
import { writtenText } from './written-text.ts'

export type ReadMailOptions = Pick<AuthenticateMail, 'resolver'> & {
  /** Where attachments are spooled, made if missing; whoever asks owns it and clears it away, also after a failure. */
  spoolDir: string
  /** Whose Authentication-Results count; null: signatures are verified here. */
  trustedAuthservId: string | null
  /** Our own senders and the reply address; mail from them is `ours`. */
  systemAddresses: string[]
  /** How it reached the listener; null over IMAP. */
  envelope: MailEnvelope | null
  /** The listener stands at the edge itself (MAIL_LISTEN_FACES_INTERNET). */
  facesInternet: boolean
  /** Bytes above which an attachment is flagged `oversized`. */
  mostAttachmentBytes: number
}

const mostBytesAtOnce = 2 * 1024 * 1024
/** Of a mail's text, in UTF-16 units. */
export const mostTextCharacters = 500_000
// As many as a header holds of them: ours may be the last.
const mostRecipients = 10_000
const mostReferences = 100

/** Reads a raw mail into facts. Runs in the parse worker, where it may take its time and break. */
export async function readMail(rawPath: string, options: ReadMailOptions): Promise<IncomingMail> {
  const { header, raw } = readStart(rawPath)
  const budget = { left: mostParts }
  const mail = await openMail(raw, options.spoolDir, budget)
  const files = await mailFiles(mail, {
    spoolDir: options.spoolDir,
    mostBytes: options.mostAttachmentBytes,
    budget,
  })

  const named = addressesIn(mail.headers, 'from')
  // Nobody can be held to be the sender beside an address that is none.
  const from = named.every(({ address }) => address) ? named : []
  const senders = from.map((sender) => sender.address)
  const subject = cleanLine(stringIn(mail.headers, 'subject'), 500)
  const html = mail.html === null ? null : cleanText(mail.html)
  const text = wholeText(cleanText(mail.text), html).slice(0, mostTextCharacters).toWellFormed()
  const written = writtenText(text, html).slice(0, mostTextCharacters).toWellFormed()
  const date = dateOf(header)
  const kind = mailKind({
    header,
    subject,
    from: senders,
    envelopeFrom: options.envelope?.from ?? null,
    partTypes: mail.types,
    reportType: mail.reportType,
    calendarMethods: mail.calendarMethods,
    hasFiles: files.length > 0,
    systemAddresses: options.systemAddresses,
  })
  const links = kind === 'reply' ? linkFiles(cloudLinks(written, html), options.spoolDir) : []
  const attachments = kind === 'reply' || kind === 'automatic' ? [...files, ...links] : []
  return {
    messageId: idsIn(header, 'message-id')[0] ?? null,
    inReplyTo: idsIn(header, 'in-reply-to'),
    references: idsIn(header, 'references'),
    from,
    fromLines: header.fromLines,
    recipients: recipientsOf(header, mail.headers, options.envelope),
    shownTo: shownIn(header, mail.headers, senders[0] ?? ''),
    subject,
    date,
    kind,
    text,
    writtenText: written,
    attachments,
    contentHash: contentHash({ from: senders, date, text, attachments: files }),
    failures: kind === 'bounce' ? bounceFailures(mail, header, text) : [],
    wishes: { stopReminding: wantsNoReminders(written) },
    forwardedFrom: forwardedFrom(text, mail.parts),
    authentication: await authenticateMail({ ...options, rawPath, header, from: senders }),
  }
}

/** The text as written, or made from the HTML; both are clean already. */
export function wholeText(plain: string, html: string | null): string {
  return plain.trim() ? plain : html ? htmlText(html) : ''
}

/** The header, and the whole mail to be parsed: in one piece where it is small. */
export function readStart(rawPath: string): { header: RawHeader; raw: Readable | Buffer } {
  const file = openSync(rawPath, 'r')
  try {
    const { size } = fstatSync(file)
    const isWhole = size <= mostBytesAtOnce
    const start = Buffer.alloc(isWhole ? size : mostHeaderBytes)
    for (let at = 0, read = 1; at < start.length && read > 0; at += read)
      read = readSync(file, start, at, start.length - at, at)
    const header = readRawHeader(start.subarray(0, mostHeaderBytes), size <= mostHeaderBytes)
    if (!header) throw new MailUnreadable('header_too_large', `no end within ${mostHeaderBytes} bytes`)
    const head = start.subarray(0, header.size)
    // Letters outside ASCII that nobody encoded: mailparser takes them for UTF-8.
    const fixed = isUtf8(head) ? head : Buffer.from(guessText(head))
    if (isWhole && !header.bareCr)
      return { header, raw: fixed === head ? start : Buffer.concat([fixed, start.subarray(head.length)]) }
    const rest = createReadStream(rawPath, { start: head.length, highWaterMark: 256 * 1024 })
    const raw = Readable.from(startingWith(fixed, rest), { objectMode: false })
    return { header, raw: header.bareCr ? lineEnds(raw) : raw }
  } finally {
    closeSync(file)
  }
}

async function* startingWith(start: Buffer, rest: Readable): AsyncGenerator<Buffer> {
  yield start
  yield* rest as AsyncIterable<Buffer>
}

/** The addresses that a header names, groups taken apart. */
export function addressesIn(headers: Headers, name: string): { address: string; name: string }[] {
  const value = headers.get(name)
  const lists = (Array.isArray(value) ? value : [value]) as unknown[]
  return lists.flatMap((list) => {
    const addresses =
      typeof list === 'object' && list !== null && 'value' in list && Array.isArray(list.value)
        ? list.value
        : []
    return flatten(addresses as EmailAddress[])
  })
}

/** One that hides invisible or control characters, as punycode may, is no address: its `address` is empty. */
function flatten(addresses: EmailAddress[]): { address: string; name: string }[] {
  return addresses.flatMap(({ address, name, group }) => {
    if (group) return flatten(group)
    if (!address) return []
    const isPlain = cleanLine(address, 320) === address
    return [{ address: isPlain ? address.toLowerCase() : '', name: cleanLine(name, 200) }]
  })
}

function recipientsOf(header: RawHeader, headers: Headers, envelope: MailEnvelope | null): string[] {
  const delivered = ['delivered-to', 'x-original-to', 'x-forwarded-to', 'envelope-to'].flatMap((name) =>
    valuesOf(header, name),
  )
  const found = delivered.flatMap((value) => value.match(/[^\s<>",;:()]{1,64}@[^\s<>",;:()]{1,255}/g) ?? [])
  const shown = [...addressesIn(headers, 'to'), ...addressesIn(headers, 'cc')].map(({ address }) => address)
  const all = [...(envelope?.to ?? []), ...found, ...shown].map((address) =>
    cleanLine(address, 320).toLowerCase(),
  )
  return [...new Set(all)].filter(Boolean).slice(0, mostRecipients)
}

function shownIn(header: RawHeader, headers: Headers, sender: string): string[] {
  const fields = believableFields(header, sender.slice(sender.lastIndexOf('@') + 1))
  const addresses = fields.flatMap((name) => addressesIn(headers, name)).map(({ address }) => address)
  return [...new Set(addresses)].filter(Boolean).slice(0, mostRecipients)
}

function idsIn(header: RawHeader, name: string): string[] {
  const ids = valuesOf(header, name).flatMap((value) => value.match(/<[^<>\s]+>/g) ?? [])
  return [...new Set(ids.map((id) => cleanText(id)).filter((id) => id.length <= 998))].slice(-mostReferences)
}

/** When its sender's clock says it was written, ISO 8601; null where that is no date of a mail. */
export function dateOf(header: RawHeader): string | null {
  const date = new Date(valuesOf(header, 'date')[0] ?? '')
  const year = date.getUTCFullYear()
  return year >= 1970 && year <= 2200 ? date.toISOString() : null
}

/** A header of one value; empty where there is none. */
export function stringIn(headers: Headers, name: string): string {
  const value = headers.get(name)
  return typeof value === 'string' ? value : ''
}
