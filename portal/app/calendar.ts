import { createContext, useContext } from 'react'
import { clockIn, dayInWords, timeInWords } from '#core/words/format.ts'
import type { Frame } from './frame.ts'

/** How one reader writes days and times, in their own zone; the year only where it is another than now. */
export type Calendar = {
  /** `YYYY-MM-DD` */
  dayOf: (moment: Date) => string
  day: (day: string) => string
  dayOfMoment: (moment: Date) => string
  moment: (moment: Date) => string
  time: (moment: Date) => string
}

/** The calendar of a page's reader. */
export function calendarFor({ locale, timeZone, today }: Frame): Calendar {
  const clock = clockIn(timeZone)
  const day = (one: string) => dayInWords(one, locale, today)
  const time = (moment: Date) => timeInWords(clock(moment).time, locale)
  return {
    day,
    dayOf: (moment) => clock(moment).day,
    dayOfMoment: (moment) => day(clock(moment).day),
    moment: (moment) => `${day(clock(moment).day)}, ${time(moment)}`,
    time,
  }
}

export const CalendarContext = createContext<Calendar | null>(null)

/** The calendar of whoever reads the page that is being written. */
export function useCalendar(): Calendar {
  const calendar = useContext(CalendarContext)
  if (!calendar) throw new Error('no calendar: this is outside of every page')
  return calendar
}
