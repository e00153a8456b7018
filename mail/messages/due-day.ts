import type { LetterFrame, RequestInLetter } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import { dayInWords } from '#core/words/format.ts'
import { isOpen } from './checklist.ts'

/** By when the request was to be answered, or was; null where there is no such day or nothing is wanted any more. */
export function dueDay(
  { items, dueOn, overdue }: RequestInLetter,
  { locale, today }: LetterFrame,
  { reminder }: MailWords,
): string | null {
  if (!dueOn || !items.some(isOpen)) return null
  const day = dayInWords(dueOn, locale, today)
  return overdue ? reminder.overdue({ day }) : reminder.due({ day })
}
