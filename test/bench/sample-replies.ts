import { randomBytes, randomUUID } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { outbox } from '#db/schema/delivery.ts'
import { keyFor } from '#core/keys.ts'
import type { Office } from '#core/office.ts'
import { writeLetter } from '#mail/messages/write-letter.ts'
import { replyAddress } from '#mail/reply-address.ts'
import { sampleLetters } from '../fixtures/sample-letters.ts'
import { quoteLetter } from '../mail/quote-letter.ts'
import { askFor } from '../office/ask-for.ts'
import type { LawFirm } from '../office/law-firm.ts'

/** A reply as the firm's server hands it over, and where to. */
export type SampleReply = { from: string; to: string; raw: Buffer }

/** A client who was asked, and where they answer. */
export type Asked = { email: string; to: string }

/** What clients attach, in KB. */
const loads = [[180], [120, 340], [60, 250, 480], [500], [310, 90]]
const domain = 'correo.example'
let batches = 0

/** So many clients, each asked for two documents in a matter of their own, answer by mail: text, HTML, our letter quoted, up to three files. */
export async function sampleReplies(office: Office, firm: LawFirm, number: number): Promise<SampleReply[]> {
  const asked = await askClients(office, firm, number)
  return Promise.all(
    asked.map(({ email, to }, n) => reply(email, to, (loads[n % loads.length] ?? []).map(fileOf))),
  )
}

/** One that carries files of so many bytes in all. */
export function largeReply({ email, to }: Asked, bytes: number): Promise<SampleReply> {
  const third = Math.round((bytes * 0.72) / 3 / 1024)
  return reply(email, to, [third, third, third].map(fileOf))
}

/** Asks so many clients, each in a matter of their own, for two documents; gives where each of them answers. */
export async function askClients(office: Office, firm: LawFirm, number: number): Promise<Asked[]> {
  const emails: string[] = []
  const batch = ++batches
  for (let n = 0; n < number; n++) {
    const email = `cliente${batch}.${n}@${domain}`
    const clientId = await firm.addClient(`Cliente ${batch}.${n}`, email)
    const responsible = [firm.camila.memberId]
    const matterId = await firm.addMatter({ title: `Causa ${batch}.${n}`, clients: [clientId], responsible })
    await askFor(office, firm, 'Cédula de identidad\nContrato de arriendo', { matterId, dueOn: null })
    emails.push(email)
  }
  const key = keyFor(office.config.secretKey, 'reply-address')
  const sent = await office.db.read
    .select({ recipient: outbox.recipient, id: outbox.replyAddressId })
    .from(outbox)
  const ids = new Map(sent.map((row) => [row.recipient, row.id]))
  const base = office.config.mailIn?.replyAddress ?? ''
  return emails.map((email) => ({ email, to: replyAddress(key, base, ids.get(email) ?? '') }))
}

type SampleFile = { filename: string; content: Buffer }

function fileOf(kilobytes: number, n: number): SampleFile {
  const start = n % 2 === 0 ? Buffer.from('%PDF-1.7\n') : Buffer.from('ffd8ffe000104a46494600', 'hex')
  const content = Buffer.concat([start, randomBytes(kilobytes * 1024 - start.length)])
  return {
    filename: ['cédula de identidad.pdf', 'IMG_2041.jpg', 'contrato de arriendo.pdf'][n] ?? '',
    content,
  }
}

async function reply(from: string, to: string, attachments: SampleFile[]): Promise<SampleReply> {
  const letter = sampleLetters('es-CL').request
  if (!letter) throw new Error('no letter to answer')
  const { subject, text, html } = writeLetter(letter)
  const quoted = {
    text,
    html,
    from: { name: 'Estudio Rojas', address: to },
    answersTo: to,
    at: new Date('2026-03-03T12:00:00Z'),
  }
  const mail = new MailComposer({
    from: `Rosa Fuentes <${from}>`,
    to,
    subject: `Re: ${subject}`,
    messageId: `<${randomUUID()}@${domain}>`,
    ...quoteLetter('Buenas tardes, adjunto lo que me pidieron. Saludos, Rosa', quoted),
    attachments,
  })
  const results = `Authentication-Results: mx.estudio.example; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}\r\n`
  return { from, to, raw: Buffer.concat([Buffer.from(results), await mail.compile().build()]) }
}
