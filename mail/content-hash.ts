import { createHash } from 'node:crypto'

/**
 * SHA-256 in hex over what a mail says and carries, never over its raw bytes: the same mail by two roads differs in
 * Received lines, boundaries and encodings and has the same hash. Sender and date are part of it, so that two short
 * mails without Message-ID ("Gracias") are not taken for one.
 */
export function contentHash(mail: {
  from: string[]
  date: string | null
  text: string
  attachments: { name: string; sha256: string }[]
}): string {
  const text = mail.text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const attachments = mail.attachments.map(({ name, sha256 }) => [name, sha256])
  return createHash('sha256')
    .update(JSON.stringify([mail.from, mail.date, text, attachments]))
    .digest('hex')
}
