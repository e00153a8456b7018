import { paperCustody } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { ItemClosed, NotFound } from '../../errors.ts'
import { requireText } from '../../field.ts'
import { firstTime } from '../../first-time.ts'
import { newId } from '../../ids.ts'
import { audienceOf } from '../../matters/audience.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import { answerTo, joinArrival } from '../../replies/arrival.ts'
import { refreshArrivals } from '../../replies/refresh-arrivals.ts'
import { itemFor } from '../request-for.ts'
import { isSettled } from '../request.ts'
import { settleRequest } from '../settle-request.ts'

export type ReceivePaper = {
  by: MemberActor
  itemId: string
  /** Who handed it over. */
  clientId: string
  keptWhere: string
  interaction?: string
}

/**
 * The original was handed over, to the member, and is kept there: its item is received, and waits for a verdict as any
 * answer does. Throws NotFound, ItemClosed for what is settled or no paper, TextMissing, TextTooLong.
 */
export async function receivePaper(office: Office, wish: ReceivePaper): Promise<void> {
  const keptWhere = requireText('kept', wish.keptWhere, 200)
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await memberActing(tx, wish.by)
    const { item, request, matter } = await itemFor(tx, by, wish.itemId)
    const audience = await audienceOf(tx, matter.id, request.id)
    if (!audience.some((client) => client.clientId === wish.clientId)) throw new NotFound()
    if (item.kind !== 'paper' || isSettled(item) || request.status === 'cancelled') throw new ItemClosed()
    const now = office.clock()
    const { clientId } = wish
    const story = await joinArrival(office, tx, request, { clientId, via: 'member', address: null })
    const onBehalf = { by: by.memberId, road: 'counter' } as const
    await answerTo(office, tx, story.arrival, item, { onBehalf })
    await tx.insert(paperCustody).values({
      id: newId(now),
      firmId: request.firmId,
      itemId: item.id,
      clientId,
      receivedAt: now,
      receivedBy: by.memberId,
      keptWhere,
    })
    await announce(office, tx, {
      kind: 'paperReceived',
      by,
      matterId: request.matterId,
      clientId,
      subjectId: item.id,
      facts: { requestId: request.id, keptWhere },
      tell: await refreshArrivals(office, tx, request, [item.id]),
    })
    await settleRequest(office, tx, by, request)
  })
  office.wake('outbox')
}
