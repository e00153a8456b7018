import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { answers, files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { mayAct } from '../../access/access-stands.ts'
import type { ClientSession } from '../../access/session/client-session.ts'
import { matterInSight } from '../../access/sight.ts'
import { announce } from '../../announce.ts'
import { ItemClosed, NotFound } from '../../errors.ts'
import { forgetMade } from '../../documents/forget-made.ts'
import type { Office } from '../../office.ts'
import { planAgain } from '../../reminders/plan-reminders.ts'
import { isSettled } from '../../requests/request.ts'
import { settleRequest } from '../../requests/settle-request.ts'
import { forgetPasswords } from '../passwords/forget-passwords.ts'
import { refreshArrivals } from '../refresh-arrivals.ts'
import { afterTakingOut, removeUnshared } from './take-out.ts'

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
  const { storedAs, made, ...done } = await write(office.db, async (tx) => {
    const session = await mayAct(office, tx, wish.by)
    const { file, answer, item, request } = await handedIn(tx, session, wish.fileId)
    await matterInSight(tx, session, request.matterId)
    // What came by mail is kept as it came; a member purges it.
    if (file.inboundId) throw new NotFound()
    if (answer.verdict || isSettled(item) || request.status === 'cancelled') throw new ItemClosed()
    const now = office.clock()
    await tx.update(files).set({ purgedAt: now }).where(eq(files.id, file.id))
    await forgetPasswords(tx, [file.id])
    const made = await forgetMade(tx, { fileIds: [file.id], answerId: answer.id })
    await afterTakingOut(office, tx, answer, item)
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
    return {
      requestId: request.id,
      matterId: request.matterId,
      itemId: item.id,
      storedAs: file.storedAs,
      made,
    }
  })
  await removeUnshared(office, storedAs)
  for (const key of made) await office.files.remove(key)
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
