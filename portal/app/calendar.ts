import { dayInWords, dayOf, momentInWords, timeInWords } from '#core/words/format.ts'
import { useFrame } from './frame.ts'

/** How the reader writes days and times, in their own zone; the year only where it is another than now. */
export function useCalendar() {
  const { locale, timeZone, today } = useFrame()
  return {
    dayOf: (moment: Date) => dayOf(moment, timeZone),
    day: (day: string) => dayInWords(day, locale, today),
    dayOfMoment: (moment: Date) => dayInWords(dayOf(moment, timeZone), locale, today),
    moment: (moment: Date) => momentInWords(moment, locale, timeZone, today),
    time: (moment: Date) => timeInWords(moment, timeZone),
  }
}
