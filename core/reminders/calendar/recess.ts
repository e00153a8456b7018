import { yearOf, type Day } from './day.ts'
import type { Country } from './holidays.ts'

/**
 * The recess a day falls in, named by the year it begins; null outside one. Brazilian offices close from
 * 20 December to 6 January (within CPC art. 220); Chile has had none since Ley 20.774.
 */
export function recessOf(day: Day, country: Country): number | null {
  if (country !== 'BR') return null
  const dayOfYear = day.slice(5)
  if (dayOfYear >= '12-20') return yearOf(day)
  if (dayOfYear <= '01-06') return yearOf(day) - 1
  return null
}
