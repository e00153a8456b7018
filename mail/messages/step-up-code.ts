import type { MailWords } from '#core/words/es-CL/mail.ts'
import { clockIn, timeInWords } from '#core/words/format.ts'
import type { Draft, LetterOf } from './draft.ts'
import { subjectOf } from './subject.ts'

/** The code that opens files in one browser. Not in the subject, which lies open on a locked phone. */
export function stepUpCode(letter: LetterOf<'stepUpCode'>, { code, subjects }: MailWords): Draft {
  const { time } = clockIn(letter.timeZone)(letter.expiresAt)
  const digits = `${letter.digits.slice(0, 3)} ${letter.digits.slice(3)}`
  return {
    subject: subjectOf(letter, subjects.code({ firm: letter.firm.name })),
    body: [
      { is: 'paragraph', text: code.lead },
      { is: 'title', text: digits, note: null },
    ],
    ask: [code.until({ time: timeInWords(time, letter.locale) })],
    button: null,
    footnotes: [{ text: code.unexpected, link: null }],
  }
}
