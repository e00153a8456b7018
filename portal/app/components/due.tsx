import { useCalendar } from '../calendar.ts'
import { useWords } from '../frame.ts'

/** The day by which something is asked for; kindly, and marked by its words, once it has passed. */
export function Due({ on, overdue }: { on: string | null; overdue: boolean }) {
  const { needs } = useWords()
  const calendar = useCalendar()
  if (!on) return null
  const day = calendar.day(on)
  return (
    <p className={overdue ? 'due overdue' : 'due'}>{overdue ? needs.overdue({ day }) : needs.due({ day })}</p>
  )
}
