import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { requestItems } from '#db/schema/communication.ts'
import { answers, files } from '#db/schema/replies.ts'
import { forgetMade } from '../../documents/forget-made.ts'
import type { Office } from '../../office.ts'
import type { Item } from '../../requests/request.ts'

type Answer = typeof answers.$inferSelect

/**
 * A file was taken out of the answer: one of which nothing is left counts as withdrawn, and what was handed in before, and
 * how it was judged, counts again. Says whether the item is wanted for it. A waived item stays so.
 */
export async function afterTakingOut(office: Office, tx: Tx, answer: Answer, item: Item): Promise<boolean> {
  // What is joined shows what was taken out; it is made anew of what is left.
  await forgetMade(tx, { answerId: answer.id })
  if (await hasContent(tx, answer.id)) {
    await tx.update(answers).set({ joinDueAt: office.clock() }).where(eq(answers.id, answer.id))
    return false
  }
  await tx.update(answers).set({ withdrawnAt: office.clock() }).where(eq(answers.id, answer.id))
  if (item.status === 'waived') return false
  const [before] = await tx
    .select({ verdict: answers.verdict })
    .from(answers)
    .where(and(eq(answers.itemId, item.id), isNull(answers.withdrawnAt)))
    .orderBy(desc(answers.createdAt), desc(answers.id))
    .limit(1)
  const status = before ? (before.verdict ?? 'received') : 'pending'
  await tx
    .update(requestItems)
    .set({ status, statusAt: office.clock(), statusBy: null })
    .where(eq(requestItems.id, item.id))
  return status === 'pending' || status === 'rejected'
}

async function hasContent(tx: Query, answerId: string): Promise<boolean> {
  const [answer] = await tx.select({ text: answers.text }).from(answers).where(eq(answers.id, answerId))
  if (answer?.text) return true
  const [left] = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.answerId, answerId), isNull(files.purgedAt)))
    .limit(1)
  return left !== undefined
}

/** The bytes are gone, unless another file that stands has the very same. */
export async function removeUnshared(office: Office, storedAs: string): Promise<void> {
  const [shared] = await office.db.read
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.storedAs, storedAs), isNull(files.purgedAt)))
    .limit(1)
  if (!shared) await office.files.remove(storedAs)
}
