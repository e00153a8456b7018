import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { and, desc, eq } from 'drizzle-orm'
import { outbox } from '#db/schema/delivery.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { sha256 } from '#core/keys.ts'
import type { Office } from '#core/office.ts'
import type { AttachmentFlag, IncomingMail } from '#core/replies/inbound/incoming-mail.ts'
import { receiveReply, type Inbound, type ReceiveReply } from '#core/replies/receive-reply.ts'
import { wantsNoReminders } from '#core/replies/understood/reply-wishes.ts'
import { scanAttachments } from '#core/virus/scan-attachments.ts'
import { storeInbound } from '#core/replies/inbound/store-inbound.ts'

export type Attachment = {
  name: string
  content?: string | Buffer
  type?: string
  flag?: AttachmentFlag | null
}

/** A mail as a test tells of it; whatever is left out is as in an honest reply. */
export type Written = Partial<Omit<IncomingMail, 'attachments' | 'from' | 'authentication'>> & {
  from: string
  /** Ids of the reply addresses it was sent to. */
  to?: string[]
  /** Ids of reply addresses in the mail of ours that it quotes. */
  quoted?: string[]
  forged?: boolean
  /** Ids of the bounce addresses it came to. */
  bounced?: string[]
  attachments?: Attachment[]
  proof?: IncomingMail['authentication']['verdict']
  /** What a pass rests on; a signature, unless said. */
  by?: 'server' | 'signature'
  /** Those of `to` that stand in its header; all, unless said. */
  shown?: string[]
  /** Whether an address of ours stands there; where it was sent to one or to none of `to`, unless said. */
  shownOurs?: boolean
}

export type Received = { inboundId: string; state: Inbound['state']; wish: ReceiveReply }

/** A mail comes in: it is stored, its attachments are, and it is received. */
export async function mailComesIn(office: Office, written: Written): Promise<Received> {
  const raw = Readable.from([Buffer.from(JSON.stringify(written))])
  const envelope = { from: written.from, to: ['casos@estudio.example'], remoteAddress: null }
  const { inboundId } = await storeInbound(office, { source: 'smtp', envelope, raw })
  const wish = await readMail(office, inboundId, written)
  return { inboundId, state: await receiveReply(office, wish), wish }
}

/** The mail as the parser would hand it over for a stored message. */
export async function readMail(office: Office, inboundId: string, written: Written): Promise<ReceiveReply> {
  const {
    to = [],
    quoted = [],
    forged = false,
    bounced = [],
    attachments = [],
    proof = 'pass',
    by = 'signature',
    shown = to,
    shownOurs = shown.length > 0 || to.length === 0,
    from,
    text = '',
    ...facts
  } = written
  const storedAs: string[] = []
  for (const [index, { content = 'contents' }] of attachments.entries()) {
    const key = `files/${inboundId.slice(-2)}/${inboundId}-${index}`
    await office.files.put(key, Readable.from([Buffer.from(content)]))
    storedAs.push(key)
  }
  const writtenText = facts.writtenText ?? text
  const mail: IncomingMail = {
    messageId: `<${randomUUID()}@correo.example>`,
    inReplyTo: [],
    references: [],
    from: [{ address: from, name: '' }],
    fromLines: 1,
    recipients: [],
    shownTo: [],
    subject: 'Re: documentos que necesitamos',
    date: null,
    kind: 'reply',
    text,
    writtenText,
    attachments: attachments.map(
      ({ name, content = 'contents', type = 'application/pdf', flag = null }, index) => ({
        name,
        type,
        size: Buffer.byteLength(content),
        sha256: sha256(content.toString('latin1')),
        path: storedAs[index] ?? '',
        flag,
      }),
    ),
    contentHash: sha256(JSON.stringify([text, attachments.map(({ name, content }) => [name, content])])),
    failures: [],
    wishes: { stopReminding: wantsNoReminders(writtenText) },
    authentication:
      proof === 'pass'
        ? { verdict: 'pass', by, detail: 'dmarc=pass' }
        : { verdict: proof, detail: `dmarc=${proof}` },
    ...facts,
  }
  return {
    inboundId,
    mail,
    replyAddressIds: to,
    shownIds: shown,
    shownOurs,
    quotedIds: quoted,
    bounceIds: bounced,
    forgedAddress: forged,
    storedAs,
    scans: await scanAttachments(office, mail.attachments, storedAs),
  }
}

/** The id of the reply address in the newest mail that this address got about that subject. */
export async function replyAddressOf(office: Office, email: string, subjectId: string): Promise<string> {
  const [row] = await office.db.read
    .select({ id: outbox.replyAddressId })
    .from(outbox)
    .where(and(eq(outbox.recipient, email), eq(outbox.subjectId, subjectId)))
    .orderBy(desc(outbox.createdAt))
  if (!row?.id) throw new Error(`${email} was told nothing about ${subjectId}`)
  return row.id
}

/** Where a stored mail stands. */
export async function inboundOf(office: Office, inboundId: string): Promise<Inbound> {
  const [row] = await office.db.read.select().from(inboundMessages).where(eq(inboundMessages.id, inboundId))
  if (!row) throw new Error(`no mail ${inboundId}`)
  return row
}
