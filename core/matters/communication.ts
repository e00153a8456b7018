import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import type { RichText } from '#db/rich-text.ts'
import { news, requests } from '#db/schema/communication.ts'
import { events, outbox } from '#db/schema/delivery.ts'
import { members } from '#db/schema/firms.ts'
import { clients } from '#db/schema/clients.ts'
import { answers, files } from '#db/schema/replies.ts'
import type { Hearing } from '../delivery/letter.ts'
import type { MatterInNote } from '../delivery/chat-note.ts'
import type { MemberActor } from '../members/actor.ts'
import { confirmationsOf } from '../news/confirmations-of.ts'
import type { Office } from '../office.ts'
import { paperHeld, type PaperHeld } from '../requests/paper/paper-held.ts'
import { itemsOfAll } from '../requests/items-of.ts'
import { countsOf, type Counts, type Item, type Request } from '../requests/request.ts'
import { clientNames } from './find-matters.ts'
import { mayBeUndone } from './held-back.ts'
import { matterFor, type Matter } from './matter-for.ts'
import { matterInNote } from './who-is-told.ts'

/** How many mails about a thing are in which state. */
export type Delivered = {
  queued: number
  accepted: number
  failed: number
  bounced: number
  cancelled: number
  /** Of whatever state: a link in it was opened. */
  opened: number
  /** Of whatever state: what it tells of was looked at in the portal. */
  seen: number
}

/** A matter's Client Communication, as a member sees it. */
export type Communication = {
  matter: MatterInNote & { number: string | null; clients: string[]; visibility: Matter['visibility'] }
  /** Newest first. */
  news: {
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
  }[]
  requests: {
    id: string
    title: string
    details: string
    dueOn: string | null
    status: Request['status']
    counts: Counts
    at: Date
    author: string
    editedAt: Date | null
    announced: boolean
    /** Sent by this member less than a minute ago. */
    undoable: boolean
    items: {
      id: string
      title: string
      kind: Item['kind']
      issuedWithinDays: number | null
      expiresOn: string | null
      status: Item['status']
      /** Of a paper original: the newest custody of it. */
      paper: PaperHeld | null
      /** Of something to be signed: what that is. */
      toSign: string | null
      answerId: string | null
    }[]
    deliveries: Delivered
  }[]
  /** Newest first. */
  history: {
    at: Date
    kind: string
    actor: string | null
    subjectId: string | null
    facts: Record<string, unknown>
  }[]
}

const mostHistory = 100

/** Both lists and the history of a matter. Throws NotFound. */
export async function communicationOf(
  office: Office,
  wish: { by: MemberActor; matterId: string },
): Promise<Communication> {
  const tx = office.db.read
  const matter = await matterFor(tx, wish.by, wish.matterId)
  const pieces = await tx
    .select({ piece: news, author: members.name })
    .from(news)
    .innerJoin(members, eq(members.id, news.authorId))
    .where(and(eq(news.matterId, matter.id), isNull(news.deletedAt)))
    .orderBy(desc(news.createdAt))
  const asked = await tx
    .select({ request: requests, author: members.name })
    .from(requests)
    .innerJoin(members, eq(members.id, requests.authorId))
    .where(and(eq(requests.matterId, matter.id), isNull(requests.deletedAt)))
    .orderBy(desc(requests.createdAt))
  const subjects = [...pieces.map((row) => row.piece.id), ...asked.map((row) => row.request.id)]
  const delivered = await deliveriesOf(tx, subjects)
  const items = await itemsOfAll(
    tx,
    asked.map((row) => row.request.id),
  )
  const newest = await newestAnswers(
    tx,
    asked.map((row) => row.request.id),
  )
  const all = [...items.values()].flat()
  const held = await paperHeld(
    tx,
    all.flatMap((item) => (item.kind === 'paper' ? [item.id] : [])),
  )
  const toSign = await namesOf(
    tx,
    all.flatMap((item) => item.toSignId ?? []),
  )
  const urgent = await confirmationsOf(
    tx,
    pieces.flatMap(({ piece }) => (piece.urgentAt === null ? [] : [piece.id])),
  )
  const names = await clientNames(tx, [matter.id])
  return {
    matter: {
      ...matterInNote(matter),
      number: matter.sensitiveAt ? null : matter.number,
      clients: names.get(matter.id) ?? [],
      visibility: matter.visibility,
    },
    news: pieces.map(({ piece, author }) => ({
      id: piece.id,
      body: piece.body,
      hearing: piece.hearing,
      urgent: urgent.get(piece.id) ?? null,
      at: piece.createdAt,
      author,
      editedAt: piece.editedAt,
      announced: piece.announcedAt !== null,
      undoable: mayBeUndone(piece, wish.by.memberId, office.clock()),
      deliveries: delivered.get(piece.id) ?? none(),
    })),
    requests: asked.map(({ request, author }) => {
      const mine = items.get(request.id) ?? []
      return {
        id: request.id,
        title: request.title,
        details: request.details,
        dueOn: request.dueOn,
        status: request.status,
        counts: countsOf(mine),
        at: request.createdAt,
        author,
        editedAt: request.editedAt,
        announced: request.announcedAt !== null,
        undoable: mayBeUndone(request, wish.by.memberId, office.clock()),
        items: mine.map(({ id, title, kind, status, issuedWithinDays, expiresOn, toSignId }) => ({
          id,
          title,
          kind,
          issuedWithinDays,
          expiresOn,
          status,
          paper: held.get(id) ?? null,
          toSign: toSign.get(toSignId ?? '') ?? null,
          answerId: newest.get(id) ?? null,
        })),
        deliveries: delivered.get(request.id) ?? none(),
      }
    }),
    history: await historyOf(tx, matter.id),
  }
}

function none(): Delivered {
  return { queued: 0, accepted: 0, failed: 0, bounced: 0, cancelled: 0, opened: 0, seen: 0 }
}

async function deliveriesOf(tx: Query, subjectIds: string[]): Promise<Map<string, Delivered>> {
  const delivered = new Map<string, Delivered>()
  if (subjectIds.length === 0) return delivered
  const rows = await tx
    .select({
      subjectId: outbox.subjectId,
      state: outbox.state,
      number: sql<number>`count(*)`.as('number'),
      opened: sql<number>`count(${outbox.openedAt})`.as('opened'),
      seen: sql<number>`count(${outbox.seenAt})`.as('seen'),
    })
    .from(outbox)
    .where(
      and(
        inArray(outbox.subjectId, subjectIds),
        eq(outbox.channel, 'mail'),
        inArray(outbox.noticeKind, ['newsPublished', 'documentsRequested']),
      ),
    )
    .groupBy(outbox.subjectId, outbox.state)
  for (const { subjectId, state, number, opened, seen } of rows) {
    if (subjectId === null) continue
    const before = delivered.get(subjectId) ?? none()
    delivered.set(subjectId, {
      ...before,
      [state]: Number(number),
      opened: before.opened + Number(opened),
      seen: before.seen + Number(seen),
    })
  }
  return delivered
}

async function namesOf(tx: Query, fileIds: string[]): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: files.id, name: files.name })
    .from(files)
    .where(and(inArray(files.id, fileIds), isNull(files.purgedAt)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function newestAnswers(tx: Query, requestIds: string[]): Promise<Map<string, string>> {
  if (requestIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: answers.id, itemId: answers.itemId })
    .from(answers)
    .where(and(inArray(answers.requestId, requestIds), isNull(answers.withdrawnAt)))
    .orderBy(asc(answers.createdAt), asc(answers.id))
  return new Map(rows.map((row) => [row.itemId, row.id]))
}

async function historyOf(tx: Query, matterId: string): Promise<Communication['history']> {
  const rows = await tx
    .select({ event: events, member: members.name, client: clients.name })
    .from(events)
    .leftJoin(members, eq(members.id, events.actorId))
    .leftJoin(clients, eq(clients.id, events.actorId))
    .where(eq(events.matterId, matterId))
    .orderBy(desc(events.at), desc(events.id))
    .limit(mostHistory)
  return rows.map(({ event, member, client }) => ({
    at: event.at,
    kind: event.kind,
    actor: member ?? client,
    subjectId: event.subjectId,
    facts: event.facts,
  }))
}
