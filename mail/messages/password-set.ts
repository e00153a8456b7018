import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Draft, LetterOf } from './draft.ts'
import { subjectOf } from './subject.ts'

/** Tells that a password was set or changed, and what to do if it was somebody else; nothing in it opens the portal. */
export function passwordSet(
  letter: LetterOf<'passwordSet'>,
  { passwordSet: said, subjects }: MailWords,
): Draft {
  const subject = letter.changed ? subjects.passwordChanged : subjects.passwordSet
  return {
    subject: subjectOf(letter, subject({ firm: letter.firm.name })),
    body: [{ is: 'paragraph', text: letter.changed ? said.leadChanged : said.lead }],
    ask: [said.unexpected],
    button: null,
    footnotes: [],
  }
}
