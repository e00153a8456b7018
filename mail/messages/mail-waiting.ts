import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Draft, LetterOf } from './draft.ts'
import { subjectOf } from './subject.ts'
import { uploadPage } from './upload-page.ts'

/** Says that a mail about a request waits, because nobody knows who sent it, and what to do if it was its reader. */
export function mailWaiting(letter: LetterOf<'mailWaiting'>, words: MailWords): Draft {
  const { waiting, subjects } = words
  const page = letter.uploadUrl ? uploadPage(letter, words) : { ask: [], button: null }
  return {
    subject: subjectOf(letter, subjects.waiting({ firm: letter.firm.name })),
    body: [
      { is: 'paragraph', text: waiting.lead },
      { is: 'paragraph', text: waiting.ifYours },
      { is: 'paragraph', text: waiting.ifNot },
    ],
    ask: page.ask,
    button: page.button,
    footnotes: [],
  }
}
