import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requests } from '#db/schema/communication.ts'
import { answers, files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { cancelUnsent } from '../delivery/cancel-unsent.ts'
import { ItemAnswered } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { requestFor } from './request-for.ts'

export type DeleteRequest = { by: MemberActor; requestId: string; interaction?: string }

/**
 * The request is gone for clients and stays in the audit trail. One with answers, or with files that wait for their item,
 * cannot be deleted, only cancelled or its items waived: throws ItemAnswered.
 */
export async function deleteRequest(office: Office, wish: DeleteRequest): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const { request } = await requestFor(tx, wish.by, wish.requestId)
    if (await holdsAnything(tx, request.id)) throw new ItemAnswered()
    const gone = { deletedAt: office.clock(), deletedBy: wish.by.memberId }
    await tx.update(requests).set(gone).where(eq(requests.id, request.id))
    await cancelUnsent(tx, request.id, 'deleted')
    await announce(office, tx, {
      kind: 'requestDeleted',
      by: wish.by,
      matterId: request.matterId,
      subjectId: request.id,
    })
  })
}

async function holdsAnything(tx: Tx, requestId: string): Promise<boolean> {
  const [answer] = await tx
    .select({ id: answers.id })
    .from(answers)
    .where(eq(answers.requestId, requestId))
    .limit(1)
  const [waiting] = await tx
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        eq(files.requestId, requestId),
        isNull(files.settledAt),
        isNull(files.flag),
        isNull(files.purgedAt),
      ),
    )
    .limit(1)
  return answer !== undefined || waiting !== undefined
}
