import { eq } from 'drizzle-orm'
import { requestItems } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { ItemClosed } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { messagesLacking } from '../replies/messages/messages-lacking.ts'
import { refreshArrivals } from '../replies/refresh-arrivals.ts'
import { itemFor } from './request-for.ts'
import { isSettled } from './request.ts'
import { settleRequest } from './settle-request.ts'

export type WaiveItem = { by: MemberActor; itemId: string; interaction?: string }

/** The item is not required any more; its answers, if any, stay. Throws ItemClosed when it was settled already. */
export async function waiveItem(office: Office, wish: WaiveItem): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const { item, request } = await itemFor(tx, wish.by, wish.itemId)
    if (isSettled(item) || request.status === 'cancelled') throw new ItemClosed()
    await tx
      .update(requestItems)
      .set({ status: 'waived', statusAt: office.clock(), statusBy: wish.by.memberId })
      .where(eq(requestItems.id, item.id))
    await announce(office, tx, {
      kind: 'itemWaived',
      by: wish.by,
      matterId: request.matterId,
      subjectId: item.id,
      facts: { requestId: request.id },
      tell: [
        ...(await refreshArrivals(office, tx, request, [item.id])),
        ...(await messagesLacking(tx, request, item.id)),
      ],
    })
    await settleRequest(office, tx, wish.by, request)
  })
  office.wake('outbox')
}
