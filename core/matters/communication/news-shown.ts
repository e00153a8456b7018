import { and, count, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import type { RichText } from '#db/rich-text.ts'
import { news } from '#db/schema/communication.ts'
import { members } from '#db/schema/firms.ts'
import type { Hearing } from '../../delivery/letter.ts'
import { NotFound } from '../../errors.ts'
import type { MemberActor } from '../../members/actor.ts'
import { confirmationsOf } from '../../news/confirmations-of.ts'
import type { Office } from '../../office.ts'
import { mayBeUndone } from '../held-back.ts'
import { matterFor, type Matter } from '../matter-for.ts'
import type { QueuePage } from '../queue/place.ts'
import { deliveriesOf, noneDelivered, type Delivered } from './deliveries-of.ts'
import { matterShown, type MatterShown } from './matter-shown.ts'
import { newestFirst, type PageWanted } from './newest-first.ts'

/** A piece of news as a member sees it. */
export type NewsShown = {
  id: string
  body: RichText
  hearing: Hearing | null
  /** Of urgent news: how many have confirmed it, of how many. */
  urgent: { confirmed: number; of: number } | null
  at: Date
  author: string
  editedAt: Date | null
  announced: boolean
  /** Sent by this member less than a minute ago. */
  undoable: boolean
  deliveries: Delivered
}

/** A page of a matter's living news, the newest first. */
export function newsOf(
  office: Office,
  by: MemberActor,
  matter: Matter,
  wanted: PageWanted,
): Promise<QueuePage<NewsShown>> {
  return newestFirst(wanted, [news.createdAt, news.id], async ({ where, order, most }) => {
    const rows = await selectNews(office.db.read, matter)
      .where(and(living(matter), where))
      .orderBy(...order)
      .limit(most)
    return shown(office, by, rows)
  })
}

/** How many living pieces of news a matter has. */
export async function countNews(tx: Query, matter: Matter): Promise<number> {
  const [row] = await tx
    .select({ number: count().as('number') })
    .from(news)
    .where(living(matter))
  return Number(row?.number ?? 0)
}

/** One living piece of news and its matter. Throws NotFound, also for that of another matter. */
export async function newsInMatter(
  office: Office,
  { by, matterId, newsId }: { by: MemberActor; matterId: string; newsId: string },
): Promise<{ matter: MatterShown; news: NewsShown }> {
  const tx = office.db.read
  const matter = await matterFor(tx, by, matterId)
  const rows = await selectNews(tx, matter).where(and(living(matter), eq(news.id, newsId)))
  const [found] = await shown(office, by, rows)
  if (!found) throw new NotFound()
  return { matter: await matterShown(tx, matter), news: found }
}

function selectNews(tx: Query, { firmId }: Matter) {
  return tx
    .select({ piece: news, author: members.name })
    .from(news)
    .innerJoin(members, and(eq(members.id, news.authorId), eq(members.firmId, firmId)))
}

function living({ id, firmId }: Matter) {
  return and(eq(news.matterId, id), eq(news.firmId, firmId), isNull(news.deletedAt))
}

type Row = { piece: typeof news.$inferSelect; author: string }

async function shown(office: Office, by: MemberActor, rows: Row[]): Promise<NewsShown[]> {
  const tx = office.db.read
  const delivered = await deliveriesOf(
    tx,
    by.firmId,
    rows.map(({ piece }) => piece.id),
  )
  const urgent = await confirmationsOf(
    tx,
    rows.flatMap(({ piece }) => (piece.urgentAt === null ? [] : [piece.id])),
  )
  return rows.map(({ piece, author }) => ({
    id: piece.id,
    body: piece.body,
    hearing: piece.hearing,
    urgent: urgent.get(piece.id) ?? null,
    at: piece.createdAt,
    author,
    editedAt: piece.editedAt,
    announced: piece.announcedAt !== null,
    undoable: mayBeUndone(piece, by.memberId, office.clock()),
    deliveries: delivered.get(piece.id) ?? noneDelivered,
  }))
}
