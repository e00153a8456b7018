import { and, eq, inArray, ne, type SQL } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { outbox } from '#db/schema/delivery.ts'

/** Nothing of what a client was still to be told about the subject leaves, receipts too unless they are kept; why is kept with each. */
export async function cancelUnsent(
  tx: Tx,
  subjectId: string,
  because: string,
  { keepReceipts = false } = {},
): Promise<void> {
  await cancel(tx, and(eq(outbox.subjectId, subjectId), keepReceipts ? noReceipt : undefined), because)
}

/** Nothing of what a client was still to be told about the matter leaves, but for receipts, which wait. */
export async function cancelUnsentOfMatter(tx: Tx, matterId: string, because: string): Promise<void> {
  await cancel(tx, and(eq(outbox.matterId, matterId), noReceipt), because)
}

/** No reminder that was still to be mailed to the client leaves, or none to one of their addresses. */
export async function cancelUnsentReminders(
  tx: Tx,
  clientId: string,
  email: string | null,
  because: string,
): Promise<void> {
  const there = email === null ? undefined : eq(outbox.recipient, email)
  await cancel(tx, and(eq(outbox.clientId, clientId), eq(outbox.noticeKind, 'reminder'), there), because)
}

const noReceipt = ne(outbox.noticeKind, 'receipt')

async function cancel(tx: Tx, which: SQL | undefined, because: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'cancelled', cancelledBecause: because })
    .where(and(which, inArray(outbox.channel, ['mail', 'push']), eq(outbox.state, 'queued')))
}
