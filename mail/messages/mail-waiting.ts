import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Draft, LetterOf } from './draft.ts'
import { subjectOf } from './subject.ts'
import { uploadPage } from './upload-page.ts'

/** Says that an answer to a mail of ours waits, because nobody knows who sent it or it was too large, and what to do if it was its reader. */
export function mailWaiting(letter: LetterOf<'mailWaiting'>, words: MailWords): Draft {
  const { waiting, subjects } = words
  const page = letter.uploadUrl ? uploadPage(letter, words) : { ask: [], button: null }
  const { subject, said } = letter.tooLarge
    ? { subject: subjects.tooLarge, said: [waiting.tooLarge, waiting.inParts, waiting.ifNot] }
    : { subject: subjects.waiting, said: [waiting.lead, waiting.ifYours, waiting.ifNot] }
  return {
    subject: subjectOf(letter, subject({ firm: letter.firm.name })),
    body: said.map((text) => ({ is: 'paragraph', text })),
    ask: page.ask,
    button: page.button,
    footnotes: [],
  }
}
