import type { Locale } from './locale.ts'

/**
 * A calendar day in words: "martes 3 de marzo", "terça-feira, 3 de março", "Tuesday 3 March".
 * The year is added when `today` (another `YYYY-MM-DD`) lies in a different one.
 */
export function dayInWords(day: string, locale: Locale, today?: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  const weekday = names[locale].weekdays[date.getUTCDay()] ?? ''
  const month = names[locale].months[date.getUTCMonth()] ?? ''
  const number = date.getUTCDate()
  const year = today && today.slice(0, 4) !== day.slice(0, 4) ? day.slice(0, 4) : null
  if (locale === 'es-CL') return `${weekday} ${number} de ${month}${year ? ` de ${year}` : ''}`
  if (locale === 'pt-BR') {
    return `${weekday}, ${number}${number === 1 ? 'º' : ''} de ${month}${year ? ` de ${year}` : ''}`
  }
  return `${weekday} ${number} ${month}${year ? ` ${year}` : ''}`
}

/** A moment in words in the given zone: "martes 3 de marzo, 14:05"; the year as in `dayInWords`. */
export function momentInWords(date: Date, locale: Locale, timeZone: string, today?: string): string {
  const { day, time } = dayAndTime(date, locale, timeZone, today)
  return `${day}, ${time}`
}

/** The same in its two parts, for sentences that put a word between them. */
export function dayAndTime(
  date: Date,
  locale: Locale,
  timeZone: string,
  today?: string,
): { day: string; time: string } {
  const { day, time } = clockIn(timeZone)(date)
  return { day: dayInWords(day, locale, today), time: timeInWords(time, locale) }
}

/** The calendar day, `YYYY-MM-DD`, that a moment falls on in the given zone. */
export function dayOf(date: Date, timeZone: string): string {
  return clockIn(timeZone)(date).day
}

/** A time on a clock of 24 hours (`14:05`) as people write it: "14:05", in Brazil "14h05" and "14h". */
export function timeInWords(time: string, locale: Locale): string {
  return locale === 'pt-BR'
    ? time
        .replace(/^0(?=\d)/, '')
        .replace(':', 'h')
        .replace(/h00$/, 'h')
    : time
}

type Clock = (date: Date) => { day: string; time: string }

/** Reads moments in the given zone: the day as `YYYY-MM-DD`, the time on a clock of 24 hours ("14:05"). */
export function clockIn(timeZone: string): Clock {
  return keptFor(clocks, timeZone, makeClock)
}

const clocks = new Map<string, Clock>()

function makeClock(timeZone: string): Clock {
  const format = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  return (date) => {
    const parts = new Map(format.formatToParts(date).map((part) => [part.type, part.value]))
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
    return {
      day: `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`,
      time: `${of('hour')}:${of('minute')}`,
    }
  }
}

/** What people call a zone, as it stands inside a sentence: "hora de Chile", "horário de Brasília", "Chile time". */
export function zoneInWords(timeZone: string, locale: Locale): string {
  return keptFor(zoneNames[locale], timeZone, () => nameOfZone(timeZone, locale))
}

const zoneNames: Record<Locale, Map<string, string>> = {
  'es-CL': new Map(),
  'pt-BR': new Map(),
  en: new Map(),
}

function nameOfZone(timeZone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(
    summerOf1994,
  )
  const name = parts.find((one) => one.type === 'timeZoneName')?.value ?? timeZone
  return name
    .replace(/^Horário(?= )/, 'horário')
    .replace(/ (estándar|Padrão)(?= )/, '')
    .replace(/( Standard)? Time$/, ' time')
}

// ICU says "standard time" where the clock has not been changed of late; that summer it was changed in all our zones.
const summerOf1994 = new Date('1994-01-15T12:00:00Z')

// What follows from a zone alone never changes, and to make it costs more than to use it a hundred times.
function keptFor<T>(kept: Map<string, T>, timeZone: string, make: (timeZone: string) => T): T {
  const known = kept.get(timeZone)
  if (known !== undefined) return known
  if (kept.size >= mostZones) kept.clear()
  const made = make(timeZone)
  kept.set(timeZone, made)
  return made
}

const mostZones = 1000

/** A whole number with the country's thousands mark: "12.345" in Chile and Brazil, "12,345" in English. */
export function numberInWords(value: number, locale: Locale): string {
  return numbers[locale].whole.format(value)
}

/** A size with one decimal from a megabyte on: "840 KB", "4,8 MB". */
export function fileSize(bytes: number, locale: Locale): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`
  if (bytes < 999_950_000) return `${numbers[locale].oneDecimal.format(bytes / 1_000_000)} MB`
  return `${numbers[locale].oneDecimal.format(bytes / 1_000_000_000)} GB`
}

const names: Record<Locale, { weekdays: string[]; months: string[] }> = {
  'es-CL': namesIn('es-CL'),
  'pt-BR': namesIn('pt-BR'),
  en: namesIn('en'),
}

/** Weekdays from Sunday on and months from January on, as the language writes them inside a sentence. */
function namesIn(locale: Locale) {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return {
    // The first of February 1970 was a Sunday.
    weekdays: Array.from({ length: 7 }, (_, i) => weekday.format(Date.UTC(1970, 1, 1 + i))),
    months: Array.from({ length: 12 }, (_, i) => month.format(Date.UTC(1970, i, 1))),
  }
}

const numbers: Record<Locale, { whole: Intl.NumberFormat; oneDecimal: Intl.NumberFormat }> = {
  'es-CL': numbersIn('es-CL'),
  'pt-BR': numbersIn('pt-BR'),
  en: numbersIn('en'),
}

// Spanish of Chile swaps marks only past four digits, so grouping is asked for always.
function numbersIn(locale: Locale) {
  const withDigits = (digits: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: 'always' })
  return { whole: withDigits(0), oneDecimal: withDigits(1) }
}
