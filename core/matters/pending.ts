import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { outbox } from '#db/schema/delivery.ts'
import { matters } from '#db/schema/matters.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import type { PendingRequest, PendingWork } from '../delivery/chat-note.ts'
import { firmOf } from '../firms/firm.ts'
import type { MemberActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { addDays } from '../reminders/calendar/day.ts'
import { overdueAmong } from '../requests/overdue-among.ts'
import { dayOf } from '../words/format.ts'
import { clientNames, inSightOf } from './find-matters.ts'
import { ownMatters } from './own-matters.ts'
import { failedFor } from './queue/failed.ts'
import { matterInNote } from './who-is-told.ts'

const most = 50
const soonDays = 3

/** What waits for the member: matters they answer for, or, when `all` is wished or they answer for none, all they may see. */
export async function pendingWork(
  office: Office,
  wish: { by: MemberActor; all?: boolean },
): Promise<PendingWork> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  const firm = await firmOf(tx, by.firmId)
  const today = dayOf(office.clock(), firm.timeZone)
  const mine = wish.all ? undefined : await ownMatters(tx, by)
  const toReview = await reviews(tx, by, mine)
  const asked = await askedRequests(tx, by, mine)
  const over = await overdueAmong(tx, asked, office.clock(), firm.timeZone)
  const isOver = (request: PendingRequest) => over.has(request.requestId)
  const isSoon = (request: PendingRequest) =>
    request.dueOn !== null && !isOver(request) && request.dueOn <= addDays(today, soonDays)
  return {
    toReview,
    overdue: asked.filter(isOver),
    dueSoon: asked.filter(isSoon),
    waiting: asked.filter((request) => !isOver(request) && !isSoon(request)),
    quarantined: await quarantined(tx, by, mine),
    failed: await failed(tx, by, mine, new Date(office.clock().getTime() - failedFor)),
  }
}

type Mine = SQL | undefined

async function reviews(tx: Query, by: MemberActor, mine: Mine): Promise<PendingWork['toReview']> {
  const rows = await tx
    .select({
      request: requests,
      matter: matters,
      items: sql<number>`count(${requestItems.id})`.as('items'),
      since: sql<Date>`min(${requestItems.statusAt})`.mapWith(requestItems.statusAt).as('since'),
    })
    .from(requestItems)
    .innerJoin(requests, eq(requests.id, requestItems.requestId))
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .where(
      and(
        eq(requestItems.firmId, by.firmId),
        eq(requestItems.status, 'received'),
        inArray(requests.status, ['open', 'partial']),
        isNull(requestItems.removedAt),
        isNull(requests.deletedAt),
        inSightOf(by),
        mine,
      ),
    )
    .groupBy(requests.id, matters.id)
    .orderBy(asc(sql`since`))
    .limit(most)
  const names = await clientNames(
    tx,
    rows.map((row) => row.matter.id),
  )
  return rows.map(({ request, matter, items, since }) => ({
    requestId: request.id,
    matter: matterInNote(matter),
    client: (names.get(matter.id) ?? []).join(', '),
    title: request.title,
    items: Number(items),
    since,
  }))
}

async function askedRequests(tx: Query, by: MemberActor, mine: Mine): Promise<PendingRequest[]> {
  const rows = await tx
    .select({
      request: requests,
      matter: matters,
      total: sql<number>`count(${requestItems.id})`.as('total'),
      missing:
        sql<number>`sum(case when ${requestItems.status} in ('pending', 'rejected') then 1 else 0 end)`.as(
          'missing',
        ),
    })
    .from(requests)
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .innerJoin(requestItems, and(eq(requestItems.requestId, requests.id), isNull(requestItems.removedAt)))
    .where(
      and(
        eq(requests.firmId, by.firmId),
        inArray(requests.status, ['open', 'partial']),
        isNull(requests.deletedAt),
        inSightOf(by),
        mine,
      ),
    )
    .groupBy(requests.id, matters.id)
    .having(sql`sum(case when ${requestItems.status} in ('pending', 'rejected') then 1 else 0 end) > 0`)
    .orderBy(sql`${requests.dueOn} is null`, asc(requests.dueOn), asc(requests.createdAt))
    .limit(most)
  const names = await clientNames(
    tx,
    rows.map((row) => row.matter.id),
  )
  return rows.map(({ request, matter, total, missing }) => ({
    requestId: request.id,
    matter: matterInNote(matter),
    client: (names.get(matter.id) ?? []).join(', '),
    title: request.title,
    dueOn: request.dueOn,
    missing: Number(missing),
    total: Number(total),
  }))
}

// A mail tied to no matter is the admins' to look at.
function theirs(by: MemberActor, mine: Mine) {
  const ofMatter = and(isNotNull(matters.id), inSightOf(by), mine)
  return by.role === 'admin' ? or(isNull(matters.id), ofMatter) : ofMatter
}

async function quarantined(tx: Query, by: MemberActor, mine: Mine): Promise<PendingWork['quarantined']> {
  const rows = await tx
    .select({
      inboundId: inboundMessages.id,
      from: inboundMessages.fromAddress,
      at: inboundMessages.receivedAt,
    })
    .from(inboundMessages)
    .leftJoin(matters, eq(matters.id, inboundMessages.matterId))
    .where(
      and(
        eq(inboundMessages.firmId, by.firmId),
        inArray(inboundMessages.state, ['quarantined', 'unmatched', 'unreadable']),
        theirs(by, mine),
      ),
    )
    .orderBy(asc(inboundMessages.receivedAt), asc(inboundMessages.id))
    .limit(most)
  return rows.map((row) => ({ ...row, from: row.from ?? '' }))
}

async function failed(tx: Query, by: MemberActor, mine: Mine, since: Date): Promise<PendingWork['failed']> {
  return tx
    .select({ outboxId: outbox.id, email: outbox.recipient, at: outbox.createdAt })
    .from(outbox)
    .leftJoin(matters, eq(matters.id, outbox.matterId))
    .where(
      and(
        eq(outbox.firmId, by.firmId),
        eq(outbox.channel, 'mail'),
        sql`${outbox.state} in ('failed', 'bounced')`,
        gt(outbox.createdAt, since),
        theirs(by, mine),
      ),
    )
    .orderBy(desc(outbox.createdAt))
    .limit(most)
}
