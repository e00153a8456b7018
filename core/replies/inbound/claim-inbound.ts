import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { claimSeconds } from '../../delivery/claim-outbox.ts'
import type { Office } from '../../office.ts'
import type { Inbound } from '../receive-reply.ts'

/** Takes up to `most` stored mails that nobody is reading, oldest first, so that nobody else reads them for a while. */
export async function claimInbound(office: Office, most: number): Promise<Inbound[]> {
  const now = office.clock()
  const free = and(
    eq(inboundMessages.state, 'stored'),
    or(isNull(inboundMessages.claimedUntil), lte(inboundMessages.claimedUntil, now)),
  )
  const waiting = await office.db.read
    .select({ id: inboundMessages.id })
    .from(inboundMessages)
    .where(free)
    .limit(1)
  if (waiting.length === 0) return []
  return write(office.db, async (tx) => {
    const oldest = await tx
      .select({ id: inboundMessages.id })
      .from(inboundMessages)
      .where(free)
      .orderBy(asc(inboundMessages.receivedAt), asc(inboundMessages.id))
      .limit(most)
    if (oldest.length === 0) return []
    const claimed = await tx
      .update(inboundMessages)
      .set({
        claimedUntil: new Date(now.getTime() + claimSeconds * 1000),
        attempts: sql`${inboundMessages.attempts} + 1`,
      })
      .where(
        and(
          inArray(
            inboundMessages.id,
            oldest.map((row) => row.id),
          ),
          free,
        ),
      )
      .returning()
    return claimed.sort((a, b) => (a.id < b.id ? -1 : 1))
  })
}

/** The claims on these mails hold a while longer. */
export async function renewInbound(office: Office, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const claimedUntil = new Date(office.clock().getTime() + claimSeconds * 1000)
  await write(office.db, (tx) =>
    tx
      .update(inboundMessages)
      .set({ claimedUntil })
      .where(and(inArray(inboundMessages.id, ids), eq(inboundMessages.state, 'stored'))),
  )
}
