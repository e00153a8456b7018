import { Readable } from 'node:stream'
import type { ImapFlow } from 'imapflow'
import type { Office } from '#core/office.ts'
import { setAside } from '#core/replies/inbound/set-aside.ts'
import { storeInbound } from '#core/replies/inbound/store-inbound.ts'
import { readMailStart } from './mail-start.ts'
import { MailboxFault } from './trouble.ts'

/** One mail in a mailbox; `sourceKey` is `UIDVALIDITY:UID`, which means this mail and no other for ever (RFC 3501, 2.3.1.1). */
export type MailThere = { source: string; sourceKey: string; uid: number; size: number }

const chunkSize = 512 * 1024
const startBytes = 64 * 1024

/**
 * The mail is stored, or, where it is larger than the limit, set aside with its first bytes. Throws when it could not be
 * had: the connection broke, or the server has it and does not hand it over; a MailboxFault when the fault is on our side.
 */
export async function takeMail(office: Office, client: ImapFlow, mail: MailThere): Promise<void> {
  const most = office.config.maxMessageBytes
  if (mail.size > most) return leave(office, client, mail, 'too_large', `${mail.size} bytes`)
  const raw = await open(client, mail.uid)
  const { start, whole, broke } = await beginning(raw, most)
  const { deliveredTo } = readMailStart(office, start, false)
  try {
    await storeInbound(office, {
      source: mail.source,
      sourceKey: mail.sourceKey,
      // What came before the mailbox nobody knows; who sends and by which road is proven otherwise, or not at all.
      envelope: { from: null, to: deliveredTo, remoteAddress: null },
      raw: whole,
    })
  } catch (error) {
    // The server had said otherwise.
    if (broke() === 'too_large') return leave(office, client, mail, 'too_large', `more than ${most} bytes`)
    throw broke() ? error : new MailboxFault('not_stored', 'a mail could not be stored', error)
  }
}

/** The mail has a final state without having been read, and is not fetched again; `reason` is for the row. */
export async function leaveMail(
  office: Office,
  client: ImapFlow,
  mail: MailThere,
  reason: string,
): Promise<void> {
  return leave(office, client, mail, 'unreadable', reason)
}

async function leave(
  office: Office,
  client: ImapFlow,
  { source, sourceKey, uid }: MailThere,
  because: 'too_large' | 'unreadable',
  reason: string,
): Promise<void> {
  const start = await firstBytes(client, uid)
  const { from, subject, replyAddressIds } = readMailStart(office, start, false)
  await setAside(office, {
    source,
    sourceKey,
    from,
    subject,
    replyAddressIds,
    because,
    reason: `${because}: ${reason}`,
    start: Readable.from([start]),
  })
  office.log.warn({ mailbox: source, mail: sourceKey, because, reason }, 'a mail was left in its mailbox')
}

async function open(client: ImapFlow, uid: number): Promise<Readable> {
  const { content } = await client.download(String(uid), undefined, { uid: true, chunkSize })
  if (!content) throw new Error(`the server does not hand over the mail with UID ${uid}`)
  return content
}

type Begun = {
  start: Buffer
  whole: Readable
  /** Why `whole` ended before its end, once it has. */
  broke: () => 'too_large' | 'server' | null
}

/** The first piece, which holds nearly every header whole, and a stream of everything including it. */
async function beginning(raw: Readable, most: number): Promise<Begun> {
  const pieces = raw[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const first = await pieces.next()
  const start: Buffer = first.done ? Buffer.alloc(0) : first.value
  let size = 0
  let isTooLarge = false
  async function* all() {
    try {
      for (let next = first; !next.done; next = await pieces.next()) {
        size += next.value.length
        isTooLarge = size > most
        if (isTooLarge) throw new Error('too large')
        yield next.value
      }
    } finally {
      raw.destroy()
    }
  }
  const broke = () => (isTooLarge ? 'too_large' : raw.errored ? 'server' : null)
  return { start, whole: Readable.from(all()), broke }
}

// A mail that the server will not hand over may be without any.
async function firstBytes(client: ImapFlow, uid: number): Promise<Buffer> {
  try {
    const asked = { uid: true, chunkSize: startBytes, maxBytes: startBytes }
    const { content } = await client.download(String(uid), undefined, asked)
    const pieces: Buffer[] = []
    for await (const piece of (content ?? []) as AsyncIterable<Buffer>) pieces.push(piece)
    return Buffer.concat(pieces)
  } catch {
    return Buffer.alloc(0)
  }
}
