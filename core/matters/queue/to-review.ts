import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { requestItems, requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import type { PendingWork } from '../../delivery/chat-note.ts'
import { clientNames } from '../find-matters.ts'
import { matterInNote } from '../who-is-told.ts'
import { counted } from './counted.ts'
import { momentKey, walk, type Place, type QueuePage } from './place.ts'
import { inScope, type Scope } from './scope.ts'

/** Requests with answers that wait for a verdict, the one that waits longest first. */
export async function toReview(
  scope: Scope,
  place: Place,
  size: number,
): Promise<QueuePage<PendingWork['toReview'][number]>> {
  const { tx } = scope
  const { where, order, most, page } = walk(place, size, [requestItems.statusAt, requestItems.id], {
    decode: momentKey.read,
  })
  const rows = await tx
    .select({ id: requestItems.id, since: requestItems.statusAt, request: requests, matter: matters })
    .from(requestItems)
    .innerJoin(requests, eq(requests.id, requestItems.requestId))
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .where(and(waiting(scope), where))
    .orderBy(...order)
    .limit(most)
  const { entries, ...beside } = page(rows, (row) => momentKey.write(row.since))
  const names = await clientNames(
    tx,
    entries.map((row) => row.matter.id),
  )
  const items = await itemsWaiting(
    scope,
    entries.map((row) => row.request.id),
  )
  return {
    ...beside,
    entries: entries.map(({ request, matter, since }) => ({
      requestId: request.id,
      matter: matterInNote(matter),
      client: (names.get(matter.id) ?? []).join(', '),
      title: request.title,
      items: items.get(request.id) ?? 1,
      since,
    })),
  }
}

/** How many there are, as far as is counted. */
export function countToReview(scope: Scope): Promise<number> {
  return counted(scope.tx, (most) =>
    scope.tx
      .select({ one: sql<number>`1`.as('one') })
      .from(requestItems)
      .innerJoin(requests, eq(requests.id, requestItems.requestId))
      .innerJoin(matters, eq(matters.id, requests.matterId))
      .where(waiting(scope))
      .limit(most)
      .as('found'),
  )
}

// A request stands in the list once: where its item that waits longest is.
function waiting(scope: Scope) {
  const earlier = sql`exists (select 1 from ${requestItems} e where e.request_id = ${requestItems.requestId}
    and e.status = 'received' and e.removed_at is null
    and (e.status_at, e.id) < (${requestItems.statusAt}, ${requestItems.id}))`
  return and(
    eq(requestItems.firmId, scope.by.firmId),
    eq(requestItems.status, 'received'),
    isNull(requestItems.removedAt),
    sql`not ${earlier}`,
    inArray(requests.status, ['open', 'partial']),
    isNull(requests.deletedAt),
    inScope(scope),
  )
}

async function itemsWaiting({ tx }: Scope, requestIds: string[]): Promise<Map<string, number>> {
  if (requestIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: requestItems.requestId, number: count().as('number') })
    .from(requestItems)
    .where(
      and(
        inArray(requestItems.requestId, requestIds),
        eq(requestItems.status, 'received'),
        isNull(requestItems.removedAt),
      ),
    )
    .groupBy(requestItems.requestId)
  return new Map(rows.map((row) => [row.id, Number(row.number)]))
}
