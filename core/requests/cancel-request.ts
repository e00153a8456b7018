import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requests } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { cancelUnsent } from '../delivery/cancel-unsent.ts'
import { RequestOver } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import { audienceOf, mailsTo } from '../matters/audience.ts'
import type { Matter } from '../matters/matter-for.ts'
import type { Actor, MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { openRequestsOf } from './open-requests-of.ts'
import { isLive, type Request } from './request.ts'
import { requestFor } from './request-for.ts'
import { tellRequestOver } from './tell-request-over.ts'

export type CancelRequest = {
  by: MemberActor
  requestId: string
  /** Tell the clients that nothing needs to be sent any more. */
  tell: boolean
  interaction?: string
}

/** Nobody is asked for these documents any more; what was handed in stays. Throws RequestOver. */
export async function cancelRequest(office: Office, wish: CancelRequest): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const { request, matter } = await requestFor(tx, wish.by, wish.requestId)
    if (!isLive(request)) throw new RequestOver()
    await cancel(office, tx, wish.by, matter, request, wish.tell)
  })
  office.wake('outbox')
}

/** Cancels every live request of a matter, in the caller's transaction. */
export async function cancelOpenRequests(
  office: Office,
  tx: Tx,
  by: Actor,
  matter: Matter,
  tell: boolean,
): Promise<void> {
  const live = await tx.select().from(requests).where(openRequestsOf(matter.id))
  for (const request of live) await cancel(office, tx, by, matter, request, tell)
}

async function cancel(office: Office, tx: Tx, by: Actor, matter: Matter, request: Request, tell: boolean) {
  const cancelledBy = by.kind === 'member' ? by.memberId : null
  await tx
    .update(requests)
    .set({ status: 'cancelled', statusAt: office.clock(), cancelledBy })
    .where(eq(requests.id, request.id))
  await cancelUnsent(tx, request.id, 'cancelled', { keepReceipts: true })
  const telling = tell && request.announcedAt !== null && matter.hiddenAt === null
  const audience = telling ? await audienceOf(tx, matter.id, request.id) : []
  const notice = { kind: 'requestCancelled', requestId: request.id } as const
  await announce(office, tx, {
    kind: 'requestCancelled',
    by,
    matterId: matter.id,
    subjectId: request.id,
    tell: [
      ...mailsTo(audience, matter.id, { kind: 'request', id: request.id }, notice),
      ...(await tellRequestOver(office, tx, request)),
    ],
  })
}
