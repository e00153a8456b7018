import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { outbox } from '#db/schema/delivery.ts'
import { files, inboundMessages } from '#db/schema/replies.ts'
import type { Office } from '../office.ts'

/** How much waits: rows of the outbox, mails that nobody has read yet, and files that no scanner has looked at. */
export async function backlog(office: Office): Promise<{ outbox: number; inbox: number; scan: number }> {
  const tx = office.db.read
  const [out] = await tx
    .select({ number: sql<number>`count(*)`.as('number') })
    .from(outbox)
    .where(eq(outbox.state, 'queued'))
  const [mail] = await tx
    .select({ number: sql<number>`count(*)`.as('number') })
    .from(inboundMessages)
    .where(eq(inboundMessages.state, 'stored'))
  const [held] = await tx
    .select({ number: sql<number>`count(*)`.as('number') })
    .from(files)
    .where(and(inArray(files.heldBecause, ['down', 'limits']), isNull(files.purgedAt)))
  return {
    scan: Number(held?.number ?? 0),
    outbox: Number(out?.number ?? 0),
    inbox: Number(mail?.number ?? 0),
  }
}
