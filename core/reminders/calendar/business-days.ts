import { addDays, isWeekday, yearOf, type Day } from './day.ts'
import { holidaysOf, type Country } from './holidays.ts'

/** When a firm works. */
export type WorkingDays = {
  country: Country
  /** State or region with holidays of its own, such as `SP` or `AP`. */
  region?: string | null
  /** Days on which the firm itself is closed. */
  closingDays?: readonly Day[]
}

/** True on weekdays that are no holiday and on which the firm does not close. */
export function isBusinessDay(day: Day, { country, region, closingDays }: WorkingDays): boolean {
  if (!isWeekday(day)) return false
  if (closingDays?.includes(day)) return false
  return !holidaysOf(yearOf(day), country, region).has(day)
}

/** The business day `count` business days after `day`, or before it when negative; `day` itself for 0. */
export function addBusinessDays(day: Day, count: number, working: WorkingDays): Day {
  const step = Math.sign(count)
  let reached = day
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step)
    if (isBusinessDay(reached, working)) left -= 1
  }
  return reached
}
