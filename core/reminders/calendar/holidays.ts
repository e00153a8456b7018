import Holidays from 'date-holidays'
import { addDays, type Day } from './day.ts'

/** Countries whose calendars are kept; ISO 3166. */
export type Country = 'CL' | 'BR'

/**
 * What `date-holidays` 3.37 leaves out, counted from Easter Sunday or on a fixed day (MM-DD) since a year.
 * It lacks Chile's Sábado Santo; it holds Carnaval and Corpus Christi for half-holidays, though Brazilian
 * offices and courts close; and 20 November, national since Lei 14.759, vanishes once SP, RJ, MT or AM is named.
 */
const corrections: Record<Country, readonly ({ easter: number } | { on: string; since: number })[]> = {
  CL: [{ easter: -1 }],
  BR: [{ easter: -48 }, { easter: -47 }, { easter: 60 }, { on: '11-20', since: 2024 }],
}

/**
 * The public holidays of a year in a country and, when `region` names one (`SP`, `RJ`, `AP`; unknown ones are
 * ignored), in that state or region. Half-days such as Ash Wednesday are not among them.
 */
export function holidaysOf(year: number, country: Country, region?: string | null): ReadonlySet<Day> {
  const key = `${year} ${country} ${region ?? ''}`
  const known = computed.get(key)
  if (known) return known

  const holidays = computeHolidays(year, country, region ?? '')
  computed.set(key, holidays)
  return holidays
}

// Reckoning a year takes 10–40 ms. This remembers a pure function, so a second copy of the module does no harm.
const computed = new Map<string, ReadonlySet<Day>>()

function computeHolidays(year: number, country: Country, region: string): Set<Day> {
  const listed = new Holidays(country, region).getHolidays(year)
  const days = new Set(listed.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10)))
  const easter = listed.find(({ rule }) => rule === 'easter')?.date.slice(0, 10)

  for (const correction of corrections[country]) {
    if ('on' in correction && year >= correction.since) days.add(`${year}-${correction.on}`)
    if ('easter' in correction && easter) days.add(addDays(easter, correction.easter))
  }
  return days
}
