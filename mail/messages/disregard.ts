import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Draft, LetterOf } from './draft.ts'
import { subjectOf } from './subject.ts'

/** Asks not to mind the letter before it, which was sent by mistake, without a word of what it was about. */
export function disregard(letter: LetterOf<'disregard'>, { disregard, subjects }: MailWords): Draft {
  return {
    subject: subjectOf(letter, subjects.disregard({ firm: letter.firm.name })),
    body: [
      { is: 'paragraph', text: disregard.lead },
      { is: 'paragraph', text: disregard.deleteIt },
      ...(letter.calendar
        ? [{ is: 'paragraph', text: calendarSaid(letter.calendar.method, disregard) } as const]
        : []),
    ],
    ask: [],
    button: null,
    footnotes: [],
  }
}

function calendarSaid(
  method: 'PUBLISH' | 'CANCEL',
  { calendarOff, calendarAgain }: MailWords['disregard'],
): string {
  return method === 'CANCEL' ? calendarOff : calendarAgain
}
