import { and, eq, gte, inArray, isNull, lt, not, or, sql, type SQL } from 'drizzle-orm'
import { clients } from '#db/schema/clients.ts'
import { audiences, requestItems, requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import type { PendingRequest } from '../../delivery/chat-note.ts'
import { dayOf } from '../../words/format.ts'
import { clientNames } from '../find-matters.ts'
import { matterInNote } from '../who-is-told.ts'
import { counted } from './counted.ts'
import { walk, type Place, type QueuePage } from './place.ts'
import { inScope, type Scope } from './scope.ts'

export type Today = { now: Date; firmZone: string }

// Days end first and last here: between the two a client's zone decides.
const [firstZone, lastZone] = ['Pacific/Kiritimati', 'Etc/GMT+12']

// The states stand in the SQL itself, as they do in the partial index: SQLite uses that only when it can tell they agree.
const open = sql`${requests.status} in ('open', 'partial')`

/** Requests whose day is over for every client who is asked, the one that was due first at the head. */
export async function overdue(
  scope: Scope,
  today: Today,
  place: Place,
  size: number,
): Promise<QueuePage<PendingRequest>> {
  const { tx } = scope
  const { where, order, most, page } = walk(place, size, [requests.dueOn, requests.id], { decode: String })
  const rows = await tx
    .select({ id: requests.id, request: requests, matter: matters })
    .from(requests)
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .where(and(wanted(scope), await dayIsOver(scope, today), where))
    .orderBy(...order)
    .limit(most)
  const { entries, ...beside } = page(rows, (row) => row.request.dueOn ?? '')
  return { ...beside, entries: await asTold(scope, entries) }
}

/** How many there are, as far as is counted. */
export async function countOverdue(scope: Scope, today: Today): Promise<number> {
  const over = await dayIsOver(scope, today)
  return counted(scope.tx, (most) =>
    scope.tx
      .select({ one: sql<number>`1`.as('one') })
      .from(requests)
      .innerJoin(matters, eq(matters.id, requests.matterId))
      .where(and(wanted(scope), over))
      .limit(most)
      .as('found'),
  )
}

// Only of the last two or three days is it the client's zone that decides, and few zones have clients with such a day.
async function dayIsOver({ tx, by }: Scope, { now, firmZone }: Today): Promise<SQL | undefined> {
  const [surely, perhaps] = [dayOf(now, lastZone), dayOf(now, firstZone)]
  const zones = await tx
    .selectDistinct({ zone: clients.timeZone })
    .from(requests)
    .innerJoin(audiences, eq(audiences.subjectId, requests.id))
    .innerJoin(clients, eq(clients.id, audiences.clientId))
    .where(
      and(eq(requests.firmId, by.firmId), open, gte(requests.dueOn, surely), lt(requests.dueOn, perhaps)),
    )
  const days = zones.flatMap(({ zone }) => (zone ? [sql`when ${zone} then ${dayOf(now, zone)}`] : []))
  const firms = dayOf(now, firmZone)
  const theirs =
    days.length > 0
      ? sql`case ${clients.timeZone} ${sql.join(days, sql` `)} else ${firms} end`
      : sql`${firms}`
  const goesOn = sql`exists (select 1 from ${audiences} join ${clients} on ${clients.id} = ${audiences.clientId}
    where ${audiences.subjectId} = ${requests.id} and ${requests.dueOn} >= ${theirs})`
  return and(lt(requests.dueOn, perhaps), or(lt(requests.dueOn, surely), not(goesOn)))
}

function wanted(scope: Scope) {
  const missing = sql`exists (select 1 from ${requestItems} where ${requestItems.requestId} = ${requests.id}
    and ${requestItems.status} in ('pending', 'rejected') and ${requestItems.removedAt} is null)`
  return and(eq(requests.firmId, scope.by.firmId), open, isNull(requests.deletedAt), missing, inScope(scope))
}

async function asTold(
  { tx }: Scope,
  rows: { request: typeof requests.$inferSelect; matter: typeof matters.$inferSelect }[],
): Promise<PendingRequest[]> {
  if (rows.length === 0) return []
  const counts = await tx
    .select({
      id: requestItems.requestId,
      total: sql<number>`count(*)`.as('total'),
      missing:
        sql<number>`sum(case when ${requestItems.status} in ('pending', 'rejected') then 1 else 0 end)`.as(
          'missing',
        ),
    })
    .from(requestItems)
    .where(
      and(
        inArray(
          requestItems.requestId,
          rows.map((row) => row.request.id),
        ),
        isNull(requestItems.removedAt),
      ),
    )
    .groupBy(requestItems.requestId)
  const of = new Map(counts.map((row) => [row.id, row]))
  const names = await clientNames(
    tx,
    rows.map((row) => row.matter.id),
  )
  return rows.map(({ request, matter }) => ({
    requestId: request.id,
    matter: matterInNote(matter),
    client: (names.get(matter.id) ?? []).join(', '),
    title: request.title,
    dueOn: request.dueOn,
    missing: Number(of.get(request.id)?.missing ?? 0),
    total: Number(of.get(request.id)?.total ?? 0),
  }))
}
