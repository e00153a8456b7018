import { eq } from 'drizzle-orm'
import { requests } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { cancelUnsent } from '../delivery/cancel-unsent.ts'
import { ItemAnswered } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { holdsAnything } from './holds-anything.ts'
import { requestFor } from './request-for.ts'
import { tellRequestOver } from './tell-request-over.ts'

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
      tell: await tellRequestOver(office, tx, request),
    })
  })
  office.wake('outbox')
}
