import { attachmentName } from '#core/files/attachment-name.ts'
import { cleanLine, cleanText } from '#core/files/clean-text.ts'
import type { Correspondent, OriginalMail } from '#core/replies/original/original-mail.ts'
import { mostParts } from './mime-parser.ts'
import { openMail, type OpenedPart } from './open-mail.ts'
import { addressesIn, dateOf, mostTextCharacters, readStart, stringIn, wholeText } from './read-mail.ts'

const mostShown = 500

/** Reads a raw mail to be looked at, as it came. Runs in the parse worker, where it may take its time and break. */
export async function readOriginal(rawPath: string): Promise<OriginalMail> {
  const { header, raw } = readStart(rawPath)
  const mail = await openMail(raw, null, { left: mostParts })
  const text = wholeText(cleanText(mail.text), mail.html === null ? null : cleanText(mail.html))
  const people = (name: string): Correspondent[] => addressesIn(mail.headers, name).slice(0, mostShown)
  return {
    from: people('from'),
    to: people('to'),
    cc: people('cc'),
    subject: cleanLine(stringIn(mail.headers, 'subject'), 500),
    date: dateOf(header),
    text: text.slice(0, mostTextCharacters).toWellFormed(),
    isCut: text.length > mostTextCharacters,
    attachments: named(mail.parts.slice(0, mostShown)),
  }
}

function named(parts: OpenedPart[]): OriginalMail['attachments'] {
  const taken: string[] = []
  return parts.map(({ givenName, declared, size }) => {
    const name = attachmentName(givenName, declared, taken)
    taken.push(name)
    return { name, size }
  })
}
