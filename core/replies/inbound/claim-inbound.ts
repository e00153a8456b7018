import { and, asc, eq, inArray, isNull, lte, or, sql, type Placeholder } from 'drizzle-orm'
import { changing } from '#db/changing.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { given, statement } from '#db/statement.ts'
import { write } from '#db/write.ts'
import { claimSeconds } from '../../delivery/claim-outbox.ts'
import type { Office } from '../../office.ts'
import type { Inbound } from '../receive-reply.ts'

/** Takes up to `most` stored mails that nobody is reading, oldest first, so that nobody else reads them for a while. */
export async function claimInbound(office: Office, most: number): Promise<Inbound[]> {
  const now = office.clock()
  const waiting = await free(office.db.read, { now, most: 1 })
  if (waiting.length === 0) return []
  const claimedUntil = new Date(now.getTime() + claimSeconds * 1000)
  return write(office.db, async (tx) => {
    const oldest = await free(tx, { now, most })
    const claimed = oldest.map((mail) => ({ ...mail, claimedUntil, attempts: mail.attempts + 1 }))
    for (const [attempts, mails] of Map.groupBy(claimed, (mail) => mail.attempts))
      await claim(
        tx,
        mails.map((mail) => mail.id),
        { claimedUntil, attempts },
      )
    return claimed.sort((a, b) => (a.id < b.id ? -1 : 1))
  })
}

const claim = changing(inboundMessages, ['claimedUntil', 'attempts'])

const free = statement((tx) => {
  const { state, claimedUntil, receivedAt, id } = inboundMessages
  // Where the state were given, SQLite would plan this anew each time, for the sake of an index of some states only.
  const isStored = eq(state, sql`'stored'`)
  return tx
    .select()
    .from(inboundMessages)
    .where(and(isStored, or(isNull(claimedUntil), lte(claimedUntil, given('now', claimedUntil)))))
    .orderBy(asc(receivedAt), asc(id))
    .limit(given('most') as Placeholder)
})

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
