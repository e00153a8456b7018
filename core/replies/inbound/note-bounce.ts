import { and, desc, eq, inArray, or } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { outbox } from '#db/schema/delivery.ts'
import { noteRefused } from '../../delivery/note-refused.ts'
import type { Office } from '../../office.ts'
import type { DeliveryFailure } from './incoming-mail.ts'
import type { End } from './end-mail.ts'
import type { Inbound, ReceiveReply } from '../receive-reply.ts'

/**
 * A delivery report is tied to the mails it speaks of, by their Message-ID: a hard failure stops that address and tells the
 * members, a soft one has the mail sent again, twice at
 * most, before they are told, a delay is none. It counts only where it came to the bounce address that nobody but the mail servers on the way
 * has seen: Message-IDs and reply addresses are in every answer, and anybody can write a report.
 */
export async function noteBounce(
  office: Office,
  tx: Tx,
  inbound: Inbound,
  { mail, bounceIds }: Pick<ReceiveReply, 'mail' | 'bounceIds'>,
): Promise<End> {
  if (bounceIds.length === 0) return { state: 'noted', inbound }
  let mine = inbound
  for (const failure of mail.failures) {
    const row = failure.severity === 'delayed' ? undefined : await deliveryOf(tx, failure, bounceIds)
    if (!row) continue
    mine = { ...inbound, firmId: row.firmId, matterId: row.matterId, clientId: row.clientId }
    // What has come back already, or waits to be sent again, is not counted twice: a server may report it by two roads.
    if (row.state !== 'accepted') continue
    const hard = failure.severity === 'hard'
    const now = office.clock()
    const facts = { bouncedAt: now, lastError: `${failure.status} ${failure.diagnostic}`.slice(0, 500) }
    const wait = hard ? undefined : waits[row.softBounces]
    if (wait !== undefined) {
      const dueAt = new Date(now.getTime() + wait)
      // Without attempts it holds up nothing that comes after it.
      const again = { state: 'queued' as const, dueAt, attempts: 0, softBounces: row.softBounces + 1 }
      await tx
        .update(outbox)
        .set({ ...facts, ...again })
        .where(eq(outbox.id, row.id))
      continue
    }
    await tx
      .update(outbox)
      .set({ ...facts, state: 'bounced' })
      .where(eq(outbox.id, row.id))
    await noteRefused(office, tx, row, `${failure.status} ${failure.diagnostic}`.slice(0, 300), hard)
  }
  return { state: 'bounce', inbound: mine }
}

/** Milliseconds before a mail that came back softly is sent again, the first time and the second: a full mailbox is emptied in a day, or not. */
const waits = [4 * 3_600_000, 24 * 3_600_000]

async function deliveryOf(tx: Tx, failure: DeliveryFailure, bounceIds: string[]) {
  if (failure.originalMessageId === null) return undefined
  const [row] = await tx
    .select()
    .from(outbox)
    .where(
      and(
        or(
          eq(outbox.messageId, failure.originalMessageId),
          eq(outbox.serverMessageId, failure.originalMessageId),
        ),
        eq(outbox.recipient, failure.recipient),
        inArray(outbox.replyAddressId, bounceIds),
      ),
    )
    .orderBy(desc(outbox.createdAt))
    .limit(1)
  return row
}
