import { NotAValue } from '../errors.ts'
import { addDays } from '../reminders/calendar/day.ts'

/** No spell of closing days that was typed is longer. */
const longestSpell = 92

/**
 * Closing days as somebody types them: a line is a day (`31-12-2026`, `31/12/2026` or `2026-12-31`) or two, the first and the
 * last of a spell, with anything but digits between them. Throws NotAValue with the line that is neither.
 */
export function parseClosingDays(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap(daysIn)
}

/** The same days as they are typed: one line a day or spell, `DD-MM-YYYY`. */
export function writeClosingDays(days: readonly string[]): string {
  const spells: [string, string][] = []
  for (const day of [...days].sort()) {
    const last = spells.at(-1)
    if (last && addDays(last[1], 1) === day) last[1] = day
    else spells.push([day, day])
  }
  return spells
    .map(([from, until]) => (from === until ? plain(from) : `${plain(from)} – ${plain(until)}`))
    .join('\n')
}

function daysIn(line: string): string[] {
  const [from, until = from, ...more] = [...line.matchAll(written)].map(dayOf)
  const rest = line.replaceAll(written, '')
  if (!from || !until || more.length > 0 || /\d/.test(rest) || until < from) throw notADay(line)
  const days = [from]
  for (let day = from; day < until; days.push(day)) {
    day = addDays(day, 1)
    if (days.length > longestSpell) throw notADay(line)
  }
  return days
}

const written = /(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/g

function dayOf([, y, m, d, day, month, year]: RegExpMatchArray): string {
  const parts = [y ?? year, m ?? month, d ?? day].map((part) => (part ?? '').padStart(2, '0'))
  const iso = parts.join('-')
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : ''
}

function notADay(line: string): NotAValue {
  return new NotAValue('closing-days', line.slice(0, 60))
}

function plain(day: string): string {
  return day.split('-').reverse().join('-')
}
