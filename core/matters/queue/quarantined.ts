import { and, eq, sql } from 'drizzle-orm'
import { matters } from '#db/schema/matters.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import type { PendingWork } from '../../delivery/chat-note.ts'
import { counted } from './counted.ts'
import { momentKey, walk, type Place, type QueuePage } from './place.ts'
import { inScopeOrNobodys, type Scope } from './scope.ts'

/** Mail that waits for a member's decision, the oldest first. */
export async function quarantined(
  scope: Scope,
  place: Place,
  size: number,
): Promise<QueuePage<PendingWork['quarantined'][number]>> {
  const { receivedAt, id } = inboundMessages
  const { where, order, most, page } = walk(place, size, [receivedAt, id], { decode: momentKey.read })
  const rows = await scope.tx
    .select({ id, from: inboundMessages.fromAddress, at: receivedAt })
    .from(inboundMessages)
    .leftJoin(matters, eq(matters.id, inboundMessages.matterId))
    .where(and(waiting(scope), where))
    .orderBy(...order)
    .limit(most)
  const { entries, ...beside } = page(rows, (row) => momentKey.write(row.at))
  return {
    ...beside,
    entries: entries.map((row) => ({ inboundId: row.id, from: row.from ?? '', at: row.at })),
  }
}

/** How many there are, as far as is counted. */
export function countQuarantined(scope: Scope): Promise<number> {
  return counted(scope.tx, (most) =>
    scope.tx
      .select({ one: sql<number>`1`.as('one') })
      .from(inboundMessages)
      .leftJoin(matters, eq(matters.id, inboundMessages.matterId))
      .where(waiting(scope))
      .limit(most)
      .as('found'),
  )
}

function waiting(scope: Scope) {
  return and(
    eq(inboundMessages.firmId, scope.by.firmId),
    // In the SQL itself, as in the partial index: SQLite uses that only when it can tell they agree.
    sql`${inboundMessages.state} in ('quarantined', 'unmatched', 'unreadable')`,
    inScopeOrNobodys(scope),
  )
}
