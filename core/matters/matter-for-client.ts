import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { entries } from '#db/schema/access.ts'
import { news, newsConfirmations, revisions } from '#db/schema/communication.ts'
import { members } from '#db/schema/firms.ts'
import { matters } from '#db/schema/matters.ts'
import { files } from '#db/schema/replies.ts'
import { among, given, givenList, statement } from '#db/statement.ts'
import type { EntryKind } from '../access/access.ts'
import type { ClientSession } from '../access/session/client-session.ts'
import { eyesOf, mattersInGivenSight } from '../access/sight.ts'
import type { Hearing } from '../delivery/letter.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { madeOf } from '../documents/made-of.ts'
import { messagesOf } from '../replies/messages/messages-of.ts'
import { fileSeen, requestsSeenBy, type FileSeen, type RequestSeen } from '../requests/request-seen.ts'
import { asStored } from '../rich-text/html-of-stored.ts'
import { richTextToHtml } from '../rich-text/rich-text-to-html.ts'
import { inList, listed, type MatterInList } from './matters-for-client.ts'
import { meantFor } from './meant-for.ts'

/** A matter as a client reads it. */
export type MatterSeen = {
  matter: MatterInList
  requests: RequestSeen[]
  /** Newest first. */
  history: HistoryEntry[]
  /** Appeals and offshoots in sight. */
  offspring: MatterInList[]
}

export type HistoryEntry = {
  id: string
  kind: 'news' | 'message' | EntryKind
  at: Date
  title: string | null
  /** Safe to show as it stands. */
  html: string | null
  text: string | null
  author: string | null
  edited: boolean
  /** What it said before, newest first. */
  earlier: { at: Date; html: string }[]
  file: FileSeen | null
  hearing: Hearing | null
  /** Of urgent news: whether the client is still asked to confirm it. */
  urgent: 'asked' | 'confirmed' | null
}

/** The matter with all that this client may see of it. Throws NotFound for any other. */
export async function matterForClient(
  office: Office,
  session: ClientSession,
  matterId: string,
): Promise<MatterSeen> {
  const tx = office.db.read
  const now = office.clock()
  // Asked in one breath; of a matter that turns out not to be in sight nothing is handed on.
  const [found, own, ...histories] = await Promise.all([
    nearInSight(tx, { ...eyesOf(session), matterId }),
    requestsSeenBy(tx, session, now, { matterIds: [matterId] }),
    newsOf(office, session, matterId),
    entriesOf(tx, session, matterId),
    messagesOf(tx, session, matterId),
  ])
  const row = found.find((matter) => matter.id === matterId)
  if (!row) throw new NotFound()
  // An attached child that is seen is seen for itself, and is not spoken of here.
  const born = found.filter((other) => other.parentId === row.id && other.relation !== 'attached')
  const inSight = new Set(found.map((one) => one.id))
  const history = histories.flat().sort((a, b) => b.at.getTime() - a.at.getTime())
  return {
    matter: inList(row, { requests: own, lastEntryAt: history[0]?.at, inSight }),
    requests: own,
    history,
    offspring: await listed(tx, session, now, born, inSight),
  }
}

/** What is in sight of the matter itself, its parent and those born of it, newest first. */
const nearInSight = statement((tx) => {
  const matterId = given('matterId')
  const parent = sql`(select itself.parent_id from matters itself where itself.id = ${matterId})`
  const isNear = or(eq(matters.id, matterId), eq(matters.parentId, matterId), eq(matters.id, parent))
  return tx
    .select()
    .from(matters)
    .where(and(isNear, inArray(matters.id, sql`(${mattersInGivenSight()})`)))
    .orderBy(desc(matters.createdAt))
})

// Only what is read: a history may be long, and every further column costs in each of its rows.
const { id, hearing, urgentAt, editedAt } = news
// It is asked for as never null.
const announcedAt = sql<Date>`${news.announcedAt}`.mapWith(news.announcedAt).as('announcedAt')
const body = asStored(news.body).as('body')
const pieceRead = { id, body, hearing, urgentAt, announcedAt, editedAt }
const { kind, title, at, fileId } = entries
const entryRead = { id: entries.id, kind, title, body: entries.body, at, fileId }
const { heldBecause } = files
const fileRead = { id: files.id, name: files.name, size: files.size, type: files.type, heldBecause }

const toldNews = statement((tx) =>
  tx
    .select({ piece: pieceRead, author: members.name })
    .from(news)
    .innerJoin(members, eq(members.id, news.authorId))
    .where(
      and(
        eq(news.matterId, given('matterId')),
        meantFor(tx, news.id, givenList('clientIds')),
        isNull(news.deletedAt),
        isNotNull(news.announcedAt),
      ),
    ),
)

async function newsOf(office: Office, session: ClientSession, matterId: string): Promise<HistoryEntry[]> {
  const tx = office.db.read
  const rows = await toldNews(tx, { matterId, clientIds: session.clientIds })
  const before = await earlierOf(
    tx,
    rows.map(({ piece }) => piece).filter((piece) => piece.editedAt !== null),
  )
  const confirmed = await confirmedOf(
    tx,
    session,
    rows.flatMap(({ piece }) => (piece.urgentAt === null ? [] : [piece.id])),
  )
  return rows.map(({ piece, author }) => ({
    id: piece.id,
    kind: 'news',
    at: piece.announcedAt,
    title: null,
    html: office.htmlOf(piece.body),
    text: null,
    author,
    edited: piece.editedAt !== null && piece.editedAt > piece.announcedAt,
    earlier: before.get(piece.id) ?? [],
    file: null,
    hearing: piece.hearing,
    urgent: piece.urgentAt === null ? null : confirmed.has(piece.id) ? 'confirmed' : 'asked',
  }))
}

// Of several clients who are one person each was asked, and the one answer is theirs all.
async function confirmedOf(tx: Query, { clientIds }: ClientSession, newsIds: string[]): Promise<Set<string>> {
  if (newsIds.length === 0) return new Set()
  const rows = await tx
    .select({ newsId: newsConfirmations.newsId })
    .from(newsConfirmations)
    .where(and(inArray(newsConfirmations.newsId, newsIds), inArray(newsConfirmations.clientId, clientIds)))
  return new Set(rows.map((row) => row.newsId))
}

// What was corrected before anybody could read it was never said.
async function earlierOf(
  tx: Query,
  pieces: { id: string; announcedAt: Date }[],
): Promise<Map<string, { at: Date; html: string }[]>> {
  const earlier = new Map<string, { at: Date; html: string }[]>()
  if (pieces.length === 0) return earlier
  const announced = new Map(pieces.map((piece) => [piece.id, piece.announcedAt]))
  const rows = await revised(tx, { ids: [...announced.keys()] })
  for (const { subjectId, content, replacedAt } of rows) {
    const since = announced.get(subjectId)
    if (content.kind !== 'news' || !since || replacedAt <= since) continue
    const version = { at: replacedAt, html: richTextToHtml(content.body) }
    earlier.set(subjectId, [version, ...(earlier.get(subjectId) ?? [])])
  }
  return earlier
}

const revised = statement((tx) =>
  tx
    .select()
    .from(revisions)
    .where(among(revisions.subjectId, givenList('ids')))
    .orderBy(asc(revisions.number)),
)

async function entriesOf(tx: Query, session: ClientSession, matterId: string): Promise<HistoryEntry[]> {
  if (session.entryKinds.length === 0) return []
  const rows = await released(tx, { matterId, kinds: session.entryKinds })
  const attached = await filesAmong(
    tx,
    rows.flatMap(({ entry }) => entry.fileId ?? []),
  )
  return rows.map(({ entry, author }) => ({
    id: entry.id,
    kind: entry.kind,
    at: entry.at,
    title: entry.title,
    html: null,
    text: entry.body,
    author,
    edited: false,
    earlier: [],
    file: attached.get(entry.fileId ?? '') ?? null,
    hearing: null,
    urgent: null,
  }))
}

const released = statement((tx) =>
  tx
    .select({ entry: entryRead, author: members.name })
    .from(entries)
    .leftJoin(members, eq(members.id, entries.authorId))
    .where(
      and(
        eq(entries.matterId, given('matterId')),
        among(entries.kind, givenList('kinds')),
        isNull(entries.deletedAt),
        isNotNull(entries.releasedAt),
      ),
    ),
)

async function filesAmong(tx: Query, ids: string[]): Promise<Map<string, FileSeen>> {
  const found = ids.length === 0 ? [] : await unpurged(tx, { ids })
  const made = await madeOf(tx, found)
  return new Map(found.map((file) => [file.id, fileSeen(file, made)]))
}

const unpurged = statement((tx) =>
  tx
    .select(fileRead)
    .from(files)
    .where(and(among(files.id, givenList('ids')), isNull(files.purgedAt))),
)
