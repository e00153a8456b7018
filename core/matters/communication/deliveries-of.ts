import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { outbox } from '#db/schema/delivery.ts'

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

/** Of a thing about which no mail was written. */
export const noneDelivered: Delivered = {
  queued: 0,
  accepted: 0,
  failed: 0,
  bounced: 0,
  cancelled: 0,
  opened: 0,
  seen: 0,
}

/** What became of the mails that told of each of these pieces of news or requests. */
export async function deliveriesOf(
  tx: Query,
  firmId: string,
  subjectIds: string[],
): Promise<Map<string, Delivered>> {
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
        eq(outbox.firmId, firmId),
        eq(outbox.channel, 'mail'),
        inArray(outbox.noticeKind, ['newsPublished', 'documentsRequested']),
      ),
    )
    .groupBy(outbox.subjectId, outbox.state)
  for (const { subjectId, state, number, opened, seen } of rows) {
    if (subjectId === null) continue
    const before = delivered.get(subjectId) ?? noneDelivered
    delivered.set(subjectId, {
      ...before,
      [state]: Number(number),
      opened: before.opened + Number(opened),
      seen: before.seen + Number(seen),
    })
  }
  return delivered
}
