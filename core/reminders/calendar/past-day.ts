import { dayOf } from '../../words/format.ts'
import type { Day } from './day.ts'

/** True once that day has ended in `timeZone`; whether a wish lies in the past is judged in the firm's. */
export function isPastDay(day: Day, now: Date, timeZone: string): boolean {
  return day < dayOf(now, timeZone)
}

/** True once the day asked for has ended where the client lives. */
export function isOverdue(dueOn: Day, now: Date, clientTimeZone: string): boolean {
  return isPastDay(dueOn, now, clientTimeZone)
}
