import { dayOf } from '../../words/format.ts'
import { usualPolicy, type ReminderPolicy } from '../policy.ts'
import { addBusinessDays } from './business-days.ts'
import type { Day } from './day.ts'
import { nextSendingTime, type SendingRules } from './sending-hours.ts'
import { instantAt } from './zoned-time.ts'

/** After so many the client has heard enough: reminders stop by themselves and the member is told. */
export const mostReminders = 6

/** Business days from the due day: a week's notice, the eve, the day after, then every third. */
const ladder = [-5, -1, 1, 4, 7, 10]
/** Business days between reminders of a request without a due day. */
const undatedPace = 5
/** Clients read their mail once the morning has settled. */
const reminderHour = 10
const hours = 3_600_000
const week = 7 * 24 * hours

/** A request as far as its reminders are concerned. */
export type Pending = Omit<SendingRules, 'dueOn' | 'hours'> & {
  /** The firm's; the usual one, unless said. */
  policy?: ReminderPolicy
  /** The answer is never earlier. What is snoozed passes the end of the snooze, when that is later. */
  now: Date
  askedAt: Date
  dueOn: Day | null
  /** Reminders of this request so far, and when the last of them left. */
  sentCount: number
  lastSentAt: Date | null
  /** When else this client was reminded in the last seven days, of this request or of others, in any order. */
  otherSentAt?: readonly Date[]
}

/**
 * When the next reminder of a request is to leave; null once `mostReminders` have been sent.
 * Always within the sending hours on a business day outside recess (`nextSendingTime`), so many days after the
 * client was last asked or reminded, and never more within seven days than the policy allows (usually two).
 */
export function nextReminderAt(pending: Pending): Date | null {
  const { now, askedAt, sentCount, lastSentAt, otherSentAt = [], policy = usualPolicy } = pending
  if (sentCount >= mostReminders) return null

  const reminders = [...(lastSentAt ? [lastSentAt] : []), ...otherSentAt].sort((a, b) => +a - +b)
  const last = reminders.at(-1) ?? askedAt
  const weekBegan = reminders.at(-policy.mostPerWeek)

  const earliest = latest([
    now,
    nextRung(pending, latest([askedAt, lastSentAt ?? askedAt])),
    new Date(+latest([askedAt, last]) + policy.daysApart * 24 * hours),
    ...(weekBegan ? [new Date(+weekBegan + week)] : []),
  ])
  return nextSendingTime(earliest, { ...pending, hours: policy })
}

/** The first rung of the ladder after that instant; past the top, the pace of the last two rungs goes on. */
function nextRung(pending: Pending, after: Date): Date {
  for (let step = 0; ; step += 1) {
    const rung = instantAt(rungDay(pending, step), hourOf(pending), pending.timeZone)
    if (rung > after) return rung
  }
}

function hourOf({ policy = usualPolicy }: Pending): number {
  return policy.from <= reminderHour && reminderHour < policy.until ? reminderHour : policy.from
}

function rungDay(pending: Pending, step: number): Day {
  if (pending.dueOn === null) {
    return addBusinessDays(dayOf(pending.askedAt, pending.timeZone), undatedPace * (step + 1), pending)
  }
  const beyond = Math.max(0, step - ladder.length + 1)
  const rung = (ladder[Math.min(step, ladder.length - 1)] ?? 0) + 3 * beyond
  return addBusinessDays(pending.dueOn, rung, pending)
}

function latest(instants: readonly Date[]): Date {
  return new Date(Math.max(...instants.map(Number)))
}
