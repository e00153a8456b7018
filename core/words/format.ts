import type { Locale } from './locale.ts'

/**
 * A calendar day in words: "martes 3 de marzo", "terça-feira, 3 de março", "Tuesday 3 March".
 * The year is added when `today` (another `YYYY-MM-DD`) lies in a different one.
 */
export function dayInWords(day: string, locale: Locale, today?: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  const weekday = part(date, locale, 'weekday')
  const month = part(date, locale, 'month')
  const number = date.getUTCDate()
  const year = today && today.slice(0, 4) !== day.slice(0, 4) ? day.slice(0, 4) : null
  if (locale === 'es-CL') return `${weekday} ${number} de ${month}${year ? ` de ${year}` : ''}`
  if (locale === 'pt-BR')
    return `${weekday}, ${number}${number === 1 ? 'º' : ''} de ${month}${year ? ` de ${year}` : ''}`
  return `${weekday} ${number} ${month}${year ? ` ${year}` : ''}`
}

/** A moment in words in the given zone: "martes 3 de marzo, 14:05"; the year as in `dayInWords`. */
export function momentInWords(date: Date, locale: Locale, timeZone: string, today?: string): string {
  return `${dayInWords(dayOf(date, timeZone), locale, today)}, ${timeInWords(date, timeZone)}`
}

/** The time of day in the given zone, on a clock of 24 hours: "14:05". */
export function timeInWords(date: Date, timeZone: string): string {
  return formatter('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(date)
}

/** The calendar day, `YYYY-MM-DD`, that a moment falls on in the given zone. */
export function dayOf(date: Date, timeZone: string): string {
  const parts = formatter('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).formatToParts(date)
  const of = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`
}

/** What people call a zone: "hora de Chile", "Horário de Brasília", "Chile Time". */
export function zoneInWords(timeZone: string, locale: Locale): string {
  const parts = formatter(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(summerOf1994)
  return parts.find((one) => one.type === 'timeZoneName')?.value ?? timeZone
}

// ICU says "standard time" where the clock has not been changed of late; that summer it was changed in all our zones.
const summerOf1994 = new Date('1994-01-15T12:00:00Z')

/** A whole number with the country's thousands mark: "12.345" in Chile and Brazil, "12,345" in English. */
export function numberInWords(value: number, locale: Locale): string {
  return formatterOfNumbers(locale, 0).format(value)
}

/** A size with one decimal from a megabyte on: "840 KB", "4,8 MB". */
export function fileSize(bytes: number, locale: Locale): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`
  if (bytes < 999_950_000) return `${formatterOfNumbers(locale, 1).format(bytes / 1_000_000)} MB`
  return `${formatterOfNumbers(locale, 1).format(bytes / 1_000_000_000)} GB`
}

function part(date: Date, locale: Locale, which: 'weekday' | 'month'): string {
  return formatter(locale, { [which]: 'long', timeZone: 'UTC' }).format(date)
}

// Spanish of Chile swaps marks only past four digits, so grouping is asked for always.
function formatterOfNumbers(locale: Locale, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: 'always' })
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, options)
}
