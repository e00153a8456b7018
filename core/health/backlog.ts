import { eq, sql } from 'drizzle-orm'
import { outbox } from '#db/schema/delivery.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import type { Office } from '../office.ts'

/** How much waits: rows of the outbox, and mails that nobody has read yet. */
export async function backlog(office: Office): Promise<{ outbox: number; inbox: number }> {
  const tx = office.db.read
  const [out] = await tx
    .select({ number: sql<number>`count(*)`.as('number') })
    .from(outbox)
    .where(eq(outbox.state, 'queued'))
  const [mail] = await tx
    .select({ number: sql<number>`count(*)`.as('number') })
    .from(inboundMessages)
    .where(eq(inboundMessages.state, 'stored'))
  return { outbox: Number(out?.number ?? 0), inbox: Number(mail?.number ?? 0) }
}
