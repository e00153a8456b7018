import type { LetterFrame } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Footnote } from './draft.ts'

/** Says that reminders will follow and how to stop them; nothing to a client who has stopped them. */
export function remindersToCome({ remindersStopped }: LetterFrame, { footer }: MailWords): Footnote[] {
  return remindersStopped ? [] : [{ text: footer.fewerReminders, link: null }]
}
