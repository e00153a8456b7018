import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Draft, LetterOf } from './draft.ts'
import { subjectOf } from './subject.ts'

/** Takes a hearing out of the reader's calendar whose news was withdrawn, without a word of what it was about. */
export function hearingOff(letter: LetterOf<'hearingOff'>, { hearingOff, subjects }: MailWords): Draft {
  return {
    subject: subjectOf(letter, subjects.news({ firm: letter.firm.name })),
    body: [
      { is: 'paragraph', text: hearingOff.lead },
      ...(letter.calendar ? [{ is: 'paragraph', text: hearingOff.calendar } as const] : []),
    ],
    ask: [hearingOff.reply],
    button: null,
    footnotes: [],
  }
}
