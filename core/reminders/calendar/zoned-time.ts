import type { Day } from './day.ts'

/**
 * The instant at which clocks in `timeZone` (an IANA name, else RangeError) show that day and hour (0–23).
 * An hour that daylight saving skips is the one after it; of an hour that comes twice, the first.
 */
export function instantAt(day: Day, hour: number, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  const first = wanted - offset(timeZone, wanted - oneDay)
  if (wallClock(timeZone, new Date(first)).getTime() === wanted) return new Date(first)

  const second = wanted - offset(timeZone, wanted + oneDay)
  return new Date(wallClock(timeZone, new Date(second)).getTime() === wanted ? second : first)
}

const oneDay = 86_400_000

/** Milliseconds that clocks in the zone are ahead of UTC at that instant. */
function offset(timeZone: string, instant: number): number {
  return wallClock(timeZone, new Date(instant)).getTime() - Math.floor(instant / 1000) * 1000
}

/** What a clock on the wall shows, written as if it were UTC, to the second. */
function wallClock(timeZone: string, instant: Date): Date {
  const shown: Record<string, number> = {}
  for (const part of clockOf(timeZone).formatToParts(instant)) shown[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known

  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(timeZone, clock)
  return clock
}

// Making a formatter costs twenty times its use. Like a memo of a pure function, a second copy does no harm.
const clocks = new Map<string, Intl.DateTimeFormat>()
