import { and, asc, count, desc, eq, gt } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { news, revisions } from '#db/schema/communication.ts'
import { outbox } from '#db/schema/delivery.ts'
import type { Hearing } from '../delivery/letter.ts'
import type { Office } from '../office.ts'
import { calendar as english } from '../words/en/calendar.ts'
import { calendar as spanish, type CalendarWords } from '../words/es-CL/calendar.ts'
import type { Locale } from '../words/locale.ts'
import { calendar as portuguese } from '../words/pt-BR/calendar.ts'
import { calendarFile, type CalendarMethod } from './calendar-event.ts'
import type { News } from './news-for.ts'

/** A file for the reader's own calendar. */
export type HearingFile = { name: string; text: string; method: CalendarMethod }

type ReadBy = {
  locale: Locale
  firmName: string
  discreet: boolean
  /** Of somebody told by mail, who has in their calendar what they were sent. */
  email?: string
  /** And nothing where that is what stands. */
  onlyIfOther?: boolean
}

const wordsOf: Record<Locale, CalendarWords> = { 'es-CL': spanish, 'pt-BR': portuguese, en: english }

/**
 * The hearing of a piece of news as a calendar file, as it stands now; of one that is off, or was taken back with its news, the file that
 * takes it out of the calendar of whom it had been sent to; null where there is none. A discreet one is an appointment
 * of which nothing is said but when.
 */
export async function hearingFile(
  office: Office,
  tx: Query,
  newsId: string,
  { locale, firmName, discreet, email, onlyIfOther = false }: ReadBy,
): Promise<HearingFile | null> {
  const [piece] = await tx.select().from(news).where(eq(news.id, newsId))
  if (!piece) return null
  const stands = piece.deletedAt === null ? piece.hearing : null
  const told = email === undefined ? null : await sentBefore(office, tx, piece, email)
  const hearing = stands ?? told
  if (!hearing || (onlyIfOther && JSON.stringify(stands) === JSON.stringify(told))) return null
  const words = wordsOf[locale]
  const cancelled = stands === null
  const text = calendarFile({
    uid: `${piece.id}@${new URL(office.config.web.baseUrl).hostname}`,
    sequence: (await editsOf(tx, piece.id)) + (piece.deletedAt === null ? 0 : 1),
    writtenAt: piece.deletedAt ?? piece.editedAt ?? piece.createdAt,
    startsAt: new Date(hearing.at),
    summary: discreet ? words.neutral : `${words.hearing} (${firmName})`,
    location: discreet ? null : hearing.place,
    description: discreet || hearing.bring === null ? null : `${words.bring}: ${hearing.bring}`,
    cancelled,
    organiser: { email: addressOf(office), name: discreet ? null : firmName },
  })
  const name = discreet ? words.neutralFile : words.file
  return { name, text, method: cancelled ? 'CANCEL' : 'PUBLISH' }
}

/** The hearing that still lies ahead as the last letter that this address got told of it. */
async function sentBefore(office: Office, tx: Query, piece: News, email: string): Promise<Hearing | null> {
  const [letter] = await tx
    .select({ at: outbox.acceptedAt })
    .from(outbox)
    .where(
      and(
        eq(outbox.subjectId, piece.id),
        eq(outbox.noticeKind, 'newsPublished'),
        eq(outbox.state, 'accepted'),
        eq(outbox.recipient, email),
      ),
    )
    .orderBy(desc(outbox.acceptedAt))
    .limit(1)
  if (!letter?.at) return null
  const [replaced] = await tx
    .select({ content: revisions.content })
    .from(revisions)
    .where(and(eq(revisions.subjectId, piece.id), gt(revisions.replacedAt, letter.at)))
    .orderBy(asc(revisions.number))
    .limit(1)
  const told = replaced?.content.kind === 'news' ? (replaced.content.hearing ?? null) : piece.hearing
  return told && new Date(told.at) > office.clock() ? told : null
}

async function editsOf(tx: Query, newsId: string): Promise<number> {
  const [edits] = await tx
    .select({ number: count().as('number') })
    .from(revisions)
    .where(eq(revisions.subjectId, newsId))
  return Number(edits?.number ?? 0)
}

function addressOf({ config: { mail, web } }: Office): string {
  return mail?.replyAddress ?? `despacho@${new URL(web.baseUrl).hostname}`
}
