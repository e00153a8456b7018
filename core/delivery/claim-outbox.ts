import { and, asc, eq, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import { outbox } from '#db/schema/delivery.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'
import type { OutboxRow } from './note-refused.ts'

/**
 * A claim holds this long unless it is renewed, so that what a killed process held is soon taken up by another.
 * Whoever holds rows renews their claims about three times as often.
 */
export const claimSeconds = 20

/**
 * Takes up to `most` rows that are due, so that nobody else sends them for a while. Of rows with one order key only the
 * oldest is taken: those behind it wait until it is settled, unless it was never meant to leave before them.
 */
export async function claimOutbox(office: Office, most: number): Promise<OutboxRow[]> {
  const now = office.clock()
  const free = and(
    eq(outbox.state, 'queued'),
    lte(outbox.dueAt, now),
    or(isNull(outbox.claimedUntil), lte(outbox.claimedUntil, now)),
  )
  const [any] = await office.db.read.select({ id: outbox.id }).from(outbox).where(free).limit(1)
  if (!any) return []
  return write(office.db, async (tx) => {
    const due = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(free, nothingBefore(now)))
      .orderBy(asc(outbox.dueAt), asc(outbox.id))
      .limit(most)
    if (due.length === 0) return []
    const claimed = await tx
      .update(outbox)
      .set({
        claimedUntil: new Date(now.getTime() + claimSeconds * 1000),
        attempts: sql`${outbox.attempts} + 1`,
      })
      .where(
        and(
          inArray(
            outbox.id,
            due.map((row) => row.id),
          ),
          free,
        ),
      )
      .returning()
    return claimed.sort((a, b) => (a.id < b.id ? -1 : 1))
  })
}

// A row that is planned for later, or held, holds up nothing; one that was tried and failed does.
function nothingBefore(now: Date): SQL {
  return sql`(${outbox.orderKey} is null or not exists (
    select 1 from outbox before
    where before.order_key = ${outbox.orderKey} and before.state = 'queued' and before.id < ${outbox.id}
      and (before.attempts > 0 or before.due_at <= ${sql.param(now, outbox.dueAt)})))`
}

/** The claims on these rows hold a while longer. */
export async function renewClaims(office: Office, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const claimedUntil = new Date(office.clock().getTime() + claimSeconds * 1000)
  await write(office.db, (tx) =>
    tx
      .update(outbox)
      .set({ claimedUntil })
      .where(and(inArray(outbox.id, ids), eq(outbox.state, 'queued'))),
  )
}
