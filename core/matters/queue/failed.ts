import { and, eq, gt, sql } from 'drizzle-orm'
import { outbox } from '#db/schema/delivery.ts'
import { matters } from '#db/schema/matters.ts'
import type { MatterInNote } from '../../delivery/chat-note.ts'
import { matterInNote } from '../who-is-told.ts'
import { counted } from './counted.ts'
import { momentKey, walk, type Place, type QueuePage } from './place.ts'
import { inScopeOrNobodys, type Scope } from './scope.ts'

export type FailedMail = { outboxId: string; email: string; at: Date; matter: MatterInNote | null }

/** Nobody can tick off a failed delivery; after a week it is news to nobody. */
export const failedFor = 7 * 24 * 3_600_000

/** Mails that did not arrive lately, the newest first. */
export async function failed(
  scope: Scope,
  now: Date,
  place: Place,
  size: number,
): Promise<QueuePage<FailedMail>> {
  const { where, order, most, page } = walk(place, size, [outbox.createdAt, outbox.id], {
    newestFirst: true,
    decode: momentKey.read,
  })
  const rows = await scope.tx
    .select({ id: outbox.id, email: outbox.recipient, at: outbox.createdAt, matter: matters })
    .from(outbox)
    .leftJoin(matters, eq(matters.id, outbox.matterId))
    .where(and(lately(scope, now), where))
    .orderBy(...order)
    .limit(most)
  const { entries, ...beside } = page(rows, (row) => momentKey.write(row.at))
  return {
    ...beside,
    entries: entries.map(({ id, email, at, matter }) => ({
      outboxId: id,
      email,
      at,
      matter: matter && matterInNote(matter),
    })),
  }
}

/** How many there are, as far as is counted. */
export function countFailed(scope: Scope, now: Date): Promise<number> {
  return counted(scope.tx, (most) =>
    scope.tx
      .select({ one: sql<number>`1`.as('one') })
      .from(outbox)
      .leftJoin(matters, eq(matters.id, outbox.matterId))
      .where(lately(scope, now))
      .limit(most)
      .as('found'),
  )
}

// The states stand in the SQL itself, as they do in the partial index: SQLite uses that only when it can tell they agree.
function lately(scope: Scope, now: Date) {
  return and(
    eq(outbox.firmId, scope.by.firmId),
    sql`${outbox.state} in ('failed', 'bounced')`,
    eq(outbox.channel, 'mail'),
    gt(outbox.createdAt, new Date(now.getTime() - failedFor)),
    inScopeOrNobodys(scope),
  )
}
