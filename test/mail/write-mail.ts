import { randomUUID } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { ArrivedLetter } from './arrived-letter.ts'
import { deliverMail, type RawMail } from './deliver-mail.ts'
import { quoteLetter } from './quote-letter.ts'

/** Where the firm's mail server hands mail over, and the name by which it vouches for senders. A `Product` is one. */
export type FirmMail = { mailPort: number; authservId: string; protocol?: 'smtp' | 'lmtp' }

export type Attachment = { filename: string; content: Buffer | string; contentType?: string }

export type Writing = {
  /** Whom it is from: an address, with or without a name. */
  from: string
  text: string
  attachments?: Attachment[]
  /** Fields beside, or in place of, the usual ones. */
  headers?: Record<string, string>
  /**
   * What the firm's server found out about the sender: `pass` if not said. `none` is its word, too; `absent` stands
   * for a server that says nothing.
   */
  authentication?: 'pass' | 'fail' | 'none' | 'absent'
  /** Of the envelope, if it is not the sender's: empty for programs that answer by themselves. */
  returnPath?: string
}

/** What was sent, so that it can be sent once more. */
export type SentMail = RawMail & { response: string }

/** Answers a letter as Gmail does, quoting it, to its Reply-To; afterwards the firm has the mail. Throws what its server answers. */
export async function replyTo(firm: FirmMail, letter: ArrivedLetter, writing: Writing): Promise<SentMail> {
  return sendAgain(firm, await writeReply(firm, letter, writing))
}

/** The answer that `replyTo` sends, before it is sent. */
export function writeReply(firm: FirmMail, letter: ArrivedLetter, writing: Writing): Promise<RawMail> {
  const subject = /^re:/i.test(letter.subject) ? letter.subject : `Re: ${letter.subject}`
  const thread = {
    inReplyTo: letter.messageId,
    references: [...letter.references, letter.messageId].join(' '),
  }
  return write(firm, letter.answersTo, writing, { subject, ...thread, ...quoteLetter(writing.text, letter) })
}

/** Writes to an address of the firm, answering nothing. */
export async function writeTo(
  firm: FirmMail,
  to: string,
  writing: Writing & { subject: string },
): Promise<SentMail> {
  return sendAgain(firm, await writeMail(firm, to, writing))
}

/** The mail that `writeTo` sends, before it is sent. */
export function writeMail(
  firm: FirmMail,
  to: string,
  { subject, ...writing }: Writing & { subject: string },
): Promise<RawMail> {
  return write(firm, to, writing, { subject, text: writing.text })
}

/** Hands over once more what was sent, byte for byte. */
export async function sendAgain(firm: FirmMail, { from, to, raw }: RawMail): Promise<SentMail> {
  const response = await deliverMail({ from, to, raw }, { port: firm.mailPort, protocol: firm.protocol })
  return { from, to, raw, response }
}

type Contents = { subject: string; text: string; html?: string; inReplyTo?: string; references?: string }

async function write(firm: FirmMail, to: string, writing: Writing, contents: Contents): Promise<RawMail> {
  const address = (/<([^<>]+)>\s*$/.exec(writing.from)?.[1] ?? writing.from).trim()
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const { 'Message-ID': messageId = `<${randomUUID()}@${domain}>`, ...headers } = writing.headers ?? {}
  const mail = new MailComposer({
    from: writing.from,
    to,
    messageId,
    ...contents,
    attachments: writing.attachments,
    headers,
  })
  const written = await mail.compile().build()
  const results = authenticationResults(firm.authservId, domain, writing.authentication ?? 'pass')
  const raw = Buffer.concat([Buffer.from(results), written])
  return { from: writing.returnPath ?? address, to: [to], raw }
}

/** The field that the firm's server puts on top of what it takes in (RFC 8601). */
function authenticationResults(
  authservId: string,
  domain: string,
  verdict: 'pass' | 'fail' | 'none' | 'absent',
) {
  if (verdict === 'absent') return ''
  const dkim = verdict === 'pass' ? `dkim=pass header.d=${domain}` : 'dkim=none'
  return `Authentication-Results: ${authservId};\r\n\t${dkim};\r\n\tdmarc=${verdict} header.from=${domain}\r\n`
}
