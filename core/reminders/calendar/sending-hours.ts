import { dayOf } from '../../words/format.ts'
import { usualPolicy } from '../policy.ts'
import { isBusinessDay, type WorkingDays } from './business-days.ts'
import { addDays, type Day } from './day.ts'
import { recessOf } from './recess.ts'
import { instantAt } from './zoned-time.ts'

/** Whom and about what: all that decides when a reminder may leave. */
export type SendingRules = WorkingDays & {
  /** The client's, as an IANA name. */
  timeZone: string
  /** What is asked for; a recess does not silence what falls due within it. */
  dueOn?: Day | null
  /** A recess does not silence it; nights, weekends and holidays still do. */
  urgent?: boolean
  /** From this hour on, until before the other, in the client's zone; the usual ones, unless said. */
  hours?: { from: number; until: number }
}

/** The first instant from `from` on at which a reminder may leave: `from` itself when that is now. */
export function nextSendingTime(from: Date, rules: SendingRules): Date {
  const { hours = usualPolicy } = rules
  for (let day = dayOf(from, rules.timeZone); ; day = addDays(day, 1)) {
    if (!mayRemindOn(day, rules)) continue
    if (from < instantAt(day, hours.from, rules.timeZone)) {
      return instantAt(day, hours.from, rules.timeZone)
    }
    if (from < instantAt(day, hours.until, rules.timeZone)) return from
  }
}

function mayRemindOn(day: Day, rules: SendingRules): boolean {
  if (!isBusinessDay(day, rules)) return false
  const recess = recessOf(day, rules.country)
  if (recess === null || rules.urgent) return true
  return rules.dueOn ? recessOf(rules.dueOn, rules.country) === recess : false
}
