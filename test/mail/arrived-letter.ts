import { simpleParser, type ParsedMail } from 'mailparser'

/** A letter of ours as the mail server of one recipient took it. */
export type ArrivedLetter = {
  /** The recipient and the sender of the envelope, in lower case. */
  to: string
  returnPath: string
  from: { name: string; address: string }
  /** Where an answer goes: its Reply-To, else its From. */
  answersTo: string
  subject: string
  text: string
  html: string
  messageId: string
  inReplyTo: string | null
  references: string[]
  raw: Buffer
  at: Date
  /** A field of its header, unfolded; undefined when there is none. */
  header: (name: string) => string | undefined
  parsed: ParsedMail
}

/** Reads a mail as a mail program does, once for each recipient of its envelope. */
export async function readLetters(
  raw: Buffer,
  envelope: { from: string; to: string[] },
): Promise<ArrivedLetter[]> {
  const parsed = await simpleParser(raw)
  const from = parsed.from?.value[0]
  const answersTo = parsed.replyTo?.value[0]?.address ?? from?.address ?? ''
  const { references = [] } = parsed
  const letter = {
    returnPath: envelope.from.toLowerCase(),
    from: { name: from?.name ?? '', address: from?.address ?? '' },
    answersTo,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    messageId: parsed.messageId ?? '',
    inReplyTo: parsed.inReplyTo ?? null,
    references: typeof references === 'string' ? [references] : references,
    raw,
    at: new Date(),
    header: (name: string) => fieldOf(parsed, name),
    parsed,
  }
  return envelope.to.map((to) => ({ ...letter, to: to.toLowerCase() }))
}

function fieldOf({ headerLines }: ParsedMail, name: string): string | undefined {
  const found = headerLines.find(({ key }) => key === name.toLowerCase())
  return found?.line
    .slice(name.length + 1)
    .replace(/\r?\n(?=[ \t])/g, '')
    .trim()
}
