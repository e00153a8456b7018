import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { outbox } from '#db/schema/delivery.ts'

/** Nothing of what was still to be mailed about the subject leaves; why is kept with each. */
export async function cancelUnsent(tx: Tx, subjectId: string, because: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'cancelled', cancelledBecause: because })
    .where(and(eq(outbox.subjectId, subjectId), eq(outbox.channel, 'mail'), eq(outbox.state, 'queued')))
}
