import { clockIn, zoneInWords } from '#core/words/format.ts'
import type { Locale } from '#core/words/locale.ts'

/** More zones than clients of any firm live in; a zone too many and all are made anew. */
const mostKept = 500

/** The clock of a zone, as `clockIn` makes it; kept, since every page reads it and to make one takes longer than a page's reading. */
export const clockOf = keptOnce(clockIn)

const namesOf = { 'es-CL': named('es-CL'), 'pt-BR': named('pt-BR'), en: named('en') } satisfies Record<
  Locale,
  unknown
>

/** What people call a zone, as `zoneInWords` says it; kept for the same reason. */
export function zoneName(timeZone: string, locale: Locale): string {
  return namesOf[locale](timeZone)
}

function named(locale: Locale) {
  return keptOnce((timeZone) => zoneInWords(timeZone, locale))
}

function keptOnce<T>(make: (timeZone: string) => T): (timeZone: string) => T {
  const kept = new Map<string, T>()
  return (timeZone) => {
    const known = kept.get(timeZone)
    if (known !== undefined) return known
    if (kept.size >= mostKept) kept.clear()
    const made = make(timeZone)
    kept.set(timeZone, made)
    return made
  }
}
