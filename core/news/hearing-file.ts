import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { news } from '#db/schema/communication.ts'
import type { Office } from '../office.ts'
import { calendar as english } from '../words/en/calendar.ts'
import { calendar as spanish, type CalendarWords } from '../words/es-CL/calendar.ts'
import type { Locale } from '../words/locale.ts'
import { calendar as portuguese } from '../words/pt-BR/calendar.ts'
import { calendarFile } from './calendar-event.ts'

/** A file for the reader's own calendar. */
export type HearingFile = { name: string; text: string }

type ReadBy = { locale: Locale; firmName: string; discreet: boolean }

const wordsOf: Record<Locale, CalendarWords> = { 'es-CL': spanish, 'pt-BR': portuguese, en: english }

/**
 * The hearing of a piece of news as a calendar file, as it stands now; null where there is none. A discreet one is an
 * appointment of which nothing is said but when.
 */
export async function hearingFile(
  office: Office,
  tx: Query,
  newsId: string,
  { locale, firmName, discreet }: ReadBy,
): Promise<HearingFile | null> {
  const [piece] = await tx
    .select()
    .from(news)
    .where(and(eq(news.id, newsId), isNull(news.deletedAt)))
  if (!piece?.hearing) return null
  const words = wordsOf[locale]
  const { at, place, bring } = piece.hearing
  const changedAt = piece.editedAt ?? piece.createdAt
  const text = calendarFile({
    uid: `${piece.id}@${new URL(office.config.web.baseUrl).hostname}`,
    sequence: Math.round((changedAt.getTime() - piece.createdAt.getTime()) / 1000),
    writtenAt: changedAt,
    startsAt: new Date(at),
    summary: discreet ? words.neutral : `${words.hearing} (${firmName})`,
    location: discreet ? null : place,
    description: discreet || bring === null ? null : `${words.bring}: ${bring}`,
  })
  return { name: discreet ? words.neutralFile : words.file, text }
}
