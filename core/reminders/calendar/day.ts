/** A day of the civil calendar, `YYYY-MM-DD`, in whatever zone the asker means. Compares as text. */
export type Day = string

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + count)
  return moved.toISOString().slice(0, 10)
}

/** True from Monday to Friday, holidays included. */
export function isWeekday(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The year of a day, as a number. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}
