import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Draft, LetterOf } from './draft.ts'
import { fewerLetters } from './fewer-letters.ts'
import { subjectOf } from './subject.ts'

/** Tells that what was asked for is no longer needed. */
export function requestCancelled(letter: LetterOf<'requestCancelled'>, words: MailWords): Draft {
  const { cancelled } = words
  const firm = letter.firm.name
  return {
    subject: subjectOf(letter, words.subjects.cancelled({ firm })),
    body: [
      { is: 'paragraph', text: cancelled.lead },
      { is: 'title', text: letter.request.title, note: null },
      { is: 'paragraph', text: cancelled.kept },
    ],
    ask: [cancelled.reply],
    button: null,
    footnotes: [fewerLetters(letter, words)],
  }
}
