import type { Hearing } from '#core/delivery/letter.ts'
import { momentInWords } from '#core/words/format.ts'
import { safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'

/** "🗓️ Audiencia: martes 10 de marzo, 10:30 · 2º Juzgado de Familia". */
export function hearingLine({ words, locale, timeZone, today }: Reader, hearing: Hearing): string {
  const when = momentInWords(new Date(hearing.at), locale, timeZone, today)
  return `🗓️ ${words.practice.hearing.line({ when, place: safe(hearing.place, 200) })}`
}
