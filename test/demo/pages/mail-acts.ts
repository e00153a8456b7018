import { samplePdf, samplePng } from '../../mail/sample-files.ts'
import { replyTo, type Attachment, type Writing } from '../../mail/write-mail.ts'
import type { World } from '../open-world.ts'
import { asText } from './as-text.ts'

/** What was answered on the mailbox page, to show it there. */
export type SentReply = {
  /** The place of the letter it answers among all. */
  letter: number
  from: string
  text: string
  files: string[]
  response: string
  at: Date
}

/** Files for those who have none at hand. */
export const sampleFiles: Attachment[] = [
  { filename: 'cedula de identidad.pdf', content: samplePdf('Cédula de identidad') },
  { filename: 'comprobante de domicilio.pdf', content: samplePdf('Comprobante de domicilio') },
  { filename: 'passport.pdf', content: samplePdf('Passport') },
  { filename: 'IMG_4410.png', content: samplePng(), contentType: 'image/png' },
]

const mostBytes = 20_000_000

/** Answers a letter as the form says, over SMTP to the firm's listener. */
export async function answerLetter(
  { postbox, product, firm }: World,
  form: FormData,
): Promise<SentReply | undefined> {
  const index = Number(form.get('letter'))
  const letter = postbox.letters[index]
  if (!letter) return undefined
  const owner = Object.values(firm.clients).find(({ emails }) => emails.includes(letter.to))
  const senders: Record<string, Pick<Writing, 'from' | 'authentication'>> = {
    unproven: { from: letter.to, authentication: 'none' },
    stranger: { from: 'Desconocido <desconocido@otra.example>' },
  }
  const usual = { from: owner?.emails[0] === letter.to ? `${owner.name} <${letter.to}>` : letter.to }
  const sender = senders[asText(form.get('sender'))] ?? usual
  const attachments = await filesIn(form)
  const text = asText(form.get('text')).replaceAll('\r\n', '\n')
  const files = attachments.map(({ filename }) => filename)
  const said = { letter: index, from: sender.from, text, files, at: new Date() }
  try {
    const { response } = await replyTo(product, letter, { ...sender, text, attachments })
    return { ...said, response }
  } catch (error) {
    return { ...said, response: error instanceof Error ? error.message : String(error) }
  }
}

async function filesIn(form: FormData): Promise<Attachment[]> {
  const samples = form.getAll('samples').map(String)
  const own = form.getAll('files').filter((file) => file instanceof File && file.name !== '')
  const files: Attachment[] = sampleFiles.filter(({ filename }) => samples.includes(filename))
  for (const file of own) {
    if (!(file instanceof File) || file.size > mostBytes) continue
    const content = Buffer.from(await file.arrayBuffer())
    files.push({ filename: file.name, content, ...(file.type ? { contentType: file.type } : {}) })
  }
  return files
}
