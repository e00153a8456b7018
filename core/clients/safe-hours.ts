import { NotAValue } from '../errors.ts'
import { addDays } from '../reminders/calendar/day.ts'
import { instantAt } from '../reminders/calendar/zoned-time.ts'
import { clockIn } from '../words/format.ts'

/** The hours of a client's day (`HH:MM`) in which they may be written to: from the one on, until before the other. */
export type SafeHours = { from: string; until: string }

/** The same hours, when they are some. Throws NotAValue, which names the field. */
export function requireSafeHours({ from, until }: SafeHours): SafeHours {
  const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
  if (!isTime(from)) throw new NotAValue('from', from.slice(0, 40))
  if (!isTime(until) || until <= from) throw new NotAValue('until', until.slice(0, 40))
  return { from, until }
}

/** The first instant from `now` on at which a mail may reach the client: `now` itself within the hours. */
export function nextSafeTime(now: Date, { from, until }: SafeHours, timeZone: string): Date {
  const { day, time } = clockIn(timeZone)(now)
  if (from <= time && time < until) return now
  const [hour = 0, minute = 0] = from.split(':').map(Number)
  const begins = instantAt(time < from ? day : addDays(day, 1), hour, timeZone)
  return new Date(begins.getTime() + minute * 60_000)
}
