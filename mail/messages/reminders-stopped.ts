import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Draft, LetterOf } from './draft.ts'
import { subjectOf } from './subject.ts'

/** Confirms that no more reminders come, for whom that holds, and how to have them again. */
export function remindersStopped(letter: LetterOf<'remindersStopped'>, words: MailWords): Draft {
  const { stopped, subjects } = words
  return {
    subject: subjectOf(letter, subjects.remindersStopped({ firm: letter.firm.name })),
    body: [
      { is: 'paragraph', text: letter.here ? stopped.here : stopped.everywhere },
      { is: 'paragraph', text: stopped.still },
    ],
    ask: letter.remindersUrl ? [stopped.again] : [],
    button: letter.remindersUrl ? { label: stopped.againButton, url: letter.remindersUrl } : null,
    footnotes: [],
  }
}
