import { dayOf } from '../../words/format.ts'
import { isBusinessDay, type WorkingDays } from './business-days.ts'
import { addDays, type Day } from './day.ts'
import { recessOf } from './recess.ts'
import { instantAt } from './zoned-time.ts'

/** From this hour on, until before the other, a client may be reminded; in the client's own zone. */
export const sendingHours = { from: 9, until: 19 }

/** Whom and about what: all that decides when a reminder may leave. */
export type SendingRules = WorkingDays & {
  /** The client's, as an IANA name. */
  timeZone: string
  /** What is asked for; a recess does not silence what falls due within it. */
  dueOn?: Day | null
  /** A recess does not silence it; nights, weekends and holidays still do. */
  urgent?: boolean
}

/** The first instant from `from` on at which a reminder may leave: `from` itself when that is now. */
export function nextSendingTime(from: Date, rules: SendingRules): Date {
  for (let day = dayOf(from, rules.timeZone); ; day = addDays(day, 1)) {
    if (!mayRemindOn(day, rules)) continue
    if (from < instantAt(day, sendingHours.from, rules.timeZone)) {
      return instantAt(day, sendingHours.from, rules.timeZone)
    }
    if (from < instantAt(day, sendingHours.until, rules.timeZone)) return from
  }
}

function mayRemindOn(day: Day, rules: SendingRules): boolean {
  if (!isBusinessDay(day, rules)) return false
  const recess = recessOf(day, rules.country)
  if (recess === null || rules.urgent) return true
  return rules.dueOn ? recessOf(rules.dueOn, rules.country) === recess : false
}
