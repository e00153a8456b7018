import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { answers, files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { mayAct } from '../access/access-stands.ts'
import type { ClientSession } from '../access/client-session.ts'
import { matterInSight } from '../access/sight.ts'
import { announce } from '../announce.ts'
import { ItemClosed, NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { planAgain } from '../reminders/plan-reminders.ts'
import { isSettled, type Item } from '../requests/request.ts'
import { settleRequest } from '../requests/settle-request.ts'
import { refreshArrivals } from './refresh-arrivals.ts'

export type Withdrawn = { requestId: string; matterId: string; itemId: string }

/**
 * A file the client handed in by mistake in the portal is gone, its content too, as long as nobody has judged the answer it is part
 * of; an item of which nothing is left is wanted again, and members' messages say so. Throws NotFound for what is not
 * theirs, ItemClosed once it was reviewed, LookingOnly.
 */
export async function withdrawFile(
  office: Office,
  wish: { by: ClientSession; fileId: string },
): Promise<Withdrawn> {
  const { storedAs, ...done } = await write(office.db, async (tx) => {
    const session = await mayAct(office, tx, wish.by)
    const { file, answer, item, request } = await handedIn(tx, session, wish.fileId)
    await matterInSight(tx, session, request.matterId)
    // What came by mail is kept as it came; a member purges it.
    if (file.inboundId) throw new NotFound()
    if (answer.verdict || isSettled(item) || request.status === 'cancelled') throw new ItemClosed()
    const now = office.clock()
    await tx.update(files).set({ purgedAt: now }).where(eq(files.id, file.id))
    if (!(await hasContent(tx, answer.id))) {
      await tx.update(answers).set({ withdrawnAt: now }).where(eq(answers.id, answer.id))
      await wantAgain(office, tx, item)
    }
    const by = { kind: 'client' as const, firmId: session.firmId, clientId: answer.clientId }
    await announce(office, tx, {
      kind: 'fileWithdrawn',
      by,
      matterId: request.matterId,
      clientId: answer.clientId,
      subjectId: item.id,
      facts: { requestId: request.id, fileId: file.id },
      tell: await refreshArrivals(office, tx, request, [item.id]),
    })
    await settleRequest(office, tx, { kind: 'system', firmId: request.firmId }, request)
    await planAgain(office, tx, request, answer.clientId)
    return { requestId: request.id, matterId: request.matterId, itemId: item.id, storedAs: file.storedAs }
  })
  await removeUnshared(office, storedAs)
  office.wake('outbox')
  return done
}

async function handedIn(tx: Query, { firmId, clientIds }: ClientSession, fileId: string) {
  const [found] = await tx
    .select({ file: files, answer: answers, item: requestItems, request: requests })
    .from(files)
    .innerJoin(answers, eq(answers.id, files.answerId))
    .innerJoin(requestItems, eq(requestItems.id, answers.itemId))
    .innerJoin(requests, eq(requests.id, requestItems.requestId))
    .where(
      and(
        eq(files.id, fileId),
        eq(files.firmId, firmId),
        isNull(files.purgedAt),
        isNull(answers.withdrawnAt),
        isNull(requests.deletedAt),
      ),
    )
  if (!found || !clientIds.includes(found.answer.clientId)) throw new NotFound()
  return found
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

// What was handed in before, and how it was judged, counts again.
async function wantAgain(office: Office, tx: Tx, item: Item): Promise<void> {
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
}

async function removeUnshared(office: Office, storedAs: string): Promise<void> {
  const [shared] = await office.db.read
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.storedAs, storedAs), isNull(files.purgedAt)))
    .limit(1)
  if (!shared) await office.files.remove(storedAs)
}
