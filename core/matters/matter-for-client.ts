import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { entries } from '#db/schema/access.ts'
import { news, revisions } from '#db/schema/communication.ts'
import { members } from '#db/schema/firms.ts'
import { matters } from '#db/schema/matters.ts'
import { files } from '#db/schema/replies.ts'
import type { EntryKind } from '../access/access.ts'
import type { ClientSession } from '../access/client-session.ts'
import { mattersInSight } from '../access/sight.ts'
import type { Hearing } from '../delivery/letter.ts'
import { NotFound } from '../errors.ts'
import type { News } from '../news/news-for.ts'
import type { Office } from '../office.ts'
import { requestsSeenBy, type FileSeen, type RequestSeen } from '../requests/request-seen.ts'
import { richTextToHtml } from '../rich-text/rich-text-to-html.ts'
import { listed, type MatterInList } from './matters-for-client.ts'
import type { Matter } from './matter-for.ts'
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
  kind: 'news' | EntryKind
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
}

/** The matter with all that this client may see of it. Throws NotFound for any other. */
export async function matterForClient(
  office: Office,
  session: ClientSession,
  matterId: string,
): Promise<MatterSeen> {
  const tx = office.db.read
  const near = await nearInSight(tx, session, matterId)
  const row = near.find((matter) => matter.id === matterId)
  if (!row) throw new NotFound()
  // An attached child that is seen is seen for itself, and is not spoken of here.
  const offspring = near.filter((other) => other.parentId === row.id && other.relation !== 'attached')
  const matterIds = [row, ...offspring].map((one) => one.id)
  const asked = await requestsSeenBy(tx, session, office.clock(), { matterIds })
  const around = near.map((one) => one.id)
  const [matter, ...under] = await listed(tx, session, [row, ...offspring], asked, around)
  if (!matter) throw new Error('a listed matter is missing')
  const requests = asked.filter((request) => request.matterId === row.id)
  const told = await newsOf(tx, session, row.id)
  const entered = await entriesOf(tx, session, row.id)
  const history = [...told, ...entered].sort((a, b) => b.at.getTime() - a.at.getTime())
  return { matter, requests, history, offspring: under }
}

/** What is in sight of the matter itself, its parent and those born of it, newest first. */
function nearInSight(tx: Query, session: ClientSession, matterId: string): Promise<Matter[]> {
  const parent = sql`(select itself.parent_id from matters itself where itself.id = ${matterId})`
  const isNear = or(eq(matters.id, matterId), eq(matters.parentId, matterId), eq(matters.id, parent))
  return tx
    .select()
    .from(matters)
    .where(and(isNear, inArray(matters.id, sql`(${mattersInSight(session)})`)))
    .orderBy(desc(matters.createdAt))
}

// Only what is read: a history may be long, and every further column costs in each of its rows.
const { id, body, hearing, announcedAt, createdAt, editedAt } = news
const pieceRead = { id, body, hearing, announcedAt, createdAt, editedAt }
const { kind, title, at } = entries
const entryRead = { id: entries.id, kind, title, body: entries.body, at }
const fileRead = { id: files.id, name: files.name, size: files.size, type: files.type }

async function newsOf(tx: Query, session: ClientSession, matterId: string): Promise<HistoryEntry[]> {
  const rows = await tx
    .select({ piece: pieceRead, author: members.name })
    .from(news)
    .innerJoin(members, eq(members.id, news.authorId))
    .where(
      and(
        eq(news.matterId, matterId),
        meantFor(tx, news.id, session.clientIds),
        isNull(news.deletedAt),
        isNotNull(news.announcedAt),
      ),
    )
  const before = await earlierOf(
    tx,
    rows.map(({ piece }) => piece),
  )
  return rows.map(({ piece, author }) => ({
    id: piece.id,
    kind: 'news',
    at: piece.announcedAt ?? piece.createdAt,
    title: null,
    html: richTextToHtml(piece.body),
    text: null,
    author,
    edited: piece.editedAt !== null && piece.editedAt > (piece.announcedAt ?? piece.createdAt),
    earlier: before.get(piece.id) ?? [],
    file: null,
    hearing: piece.hearing,
  }))
}

// What was corrected before anybody could read it was never said.
async function earlierOf(
  tx: Query,
  pieces: Pick<News, 'id' | 'announcedAt'>[],
): Promise<Map<string, { at: Date; html: string }[]>> {
  const earlier = new Map<string, { at: Date; html: string }[]>()
  if (pieces.length === 0) return earlier
  const announced = new Map(pieces.map((piece) => [piece.id, piece.announcedAt]))
  const rows = await tx
    .select()
    .from(revisions)
    .where(inArray(revisions.subjectId, [...announced.keys()]))
    .orderBy(asc(revisions.number))
  for (const { subjectId, content, replacedAt } of rows) {
    const since = announced.get(subjectId)
    if (content.kind !== 'news' || !since || replacedAt <= since) continue
    const version = { at: replacedAt, html: richTextToHtml(content.body) }
    earlier.set(subjectId, [version, ...(earlier.get(subjectId) ?? [])])
  }
  return earlier
}

async function entriesOf(tx: Query, session: ClientSession, matterId: string): Promise<HistoryEntry[]> {
  if (session.entryKinds.length === 0) return []
  const rows = await tx
    .select({ entry: entryRead, author: members.name, file: fileRead })
    .from(entries)
    .leftJoin(members, eq(members.id, entries.authorId))
    .leftJoin(files, and(eq(files.id, entries.fileId), isNull(files.purgedAt)))
    .where(
      and(
        eq(entries.matterId, matterId),
        inArray(entries.kind, session.entryKinds),
        isNull(entries.deletedAt),
        isNotNull(entries.releasedAt),
      ),
    )
  return rows.map(({ entry, author, file }) => ({
    id: entry.id,
    kind: entry.kind,
    at: entry.at,
    title: entry.title,
    html: null,
    text: entry.body,
    author,
    edited: false,
    earlier: [],
    file,
    hearing: null,
  }))
}
