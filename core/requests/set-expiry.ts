import { eq } from 'drizzle-orm'
import { requestItems } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { DueInThePast, ItemClosed } from '../errors.ts'
import { requireDay } from '../field.ts'
import { firmOf } from '../firms/firm.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { dayOf } from '../words/format.ts'
import { itemFor } from './request-for.ts'

export type SetExpiry = {
  by: MemberActor
  itemId: string
  /** The last day on which what was handed in is good; null: for ever. */
  expiresOn: string | null
  interaction?: string
}

/**
 * What was approved expires on that day, and the members are told in time. Throws NotFound, ItemClosed for what is not
 * approved, NotADay, DueInThePast.
 */
export async function setExpiry(office: Office, wish: SetExpiry): Promise<void> {
  const expiresOn = wish.expiresOn === null ? null : requireDay(wish.expiresOn)
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const { item, request } = await itemFor(tx, wish.by, wish.itemId)
    if (item.status !== 'approved') throw new ItemClosed()
    const { timeZone } = await firmOf(tx, request.firmId)
    const today = dayOf(office.clock(), timeZone)
    if (expiresOn !== null && expiresOn < today) throw new DueInThePast(today)
    await tx
      .update(requestItems)
      .set({ expiresOn, expiryToldAt: null, renewedBy: null })
      .where(eq(requestItems.id, item.id))
    await announce(office, tx, {
      kind: 'expirySet',
      by: wish.by,
      matterId: request.matterId,
      subjectId: item.id,
      facts: { requestId: request.id, expiresOn },
    })
  })
}
