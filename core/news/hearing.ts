import type { Hearing } from '../delivery/letter.ts'
import { DueInThePast, NotAValue } from '../errors.ts'
import { optionalText, requireText } from '../field.ts'
import { dayOf } from '../words/format.ts'

/**
 * A hearing as it is kept: when (an ISO moment), where or by which link, what to bring. Throws TextMissing, TextTooLong,
 * NotAValue, and DueInThePast with the firm's day.
 */
export function checkHearing(hearing: Hearing, now: Date, timeZone: string): Hearing {
  const at = new Date(hearing.at)
  if (Number.isNaN(at.getTime())) throw new NotAValue('hearing-day', hearing.at)
  if (at <= now) throw new DueInThePast(dayOf(now, timeZone))
  return {
    at: at.toISOString(),
    place: requireText('hearing-place', hearing.place, 300),
    bring: optionalText('hearing-bring', hearing.bring ?? '', 1000) || null,
  }
}
