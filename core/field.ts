import { NotADay, TextMissing, TextTooLong } from './errors.ts'

/** The text without space around it. Throws TextMissing when nothing is left and TextTooLong past `most` characters. */
export function requireText(field: string, text: string, most: number): string {
  const trimmed = optionalText(field, text, most)
  if (trimmed === '') throw new TextMissing(field)
  return trimmed
}

/** The text without space around it, which may be empty. Throws TextTooLong past `most` characters. */
export function optionalText(field: string, text: string, most: number): string {
  // NUL is no character to PostgreSQL, and no person typed it.
  const trimmed = text.replaceAll('\u0000', '').trim()
  if (trimmed.length > most) throw new TextTooLong(field, most, trimmed.length)
  return trimmed
}

/** The same day, when it is one of the calendar (`YYYY-MM-DD`). Throws NotADay. */
export function requireDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(day) ||
    Number.isNaN(date.getTime()) ||
    !date.toISOString().startsWith(day)
  ) {
    throw new NotADay()
  }
  return day
}
