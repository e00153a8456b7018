import type { MatterInNote } from '../delivery/chat-note.ts'
import { NotAllowed } from '../errors.ts'
import { matterInNote } from '../matters/who-is-told.ts'
import type { Office } from '../office.ts'
import type { MemberActor } from './actor.ts'
import { mattersInCharge } from './matters-in-charge.ts'
import { memberActing } from './member-acting.ts'
import { memberOf } from './member.ts'

export type ChargeOf = { memberId: string; name: string; matters: MatterInNote[] }

/** All matters in a member's charge, open ones first, newest first: one's own, or for an admin anybody's. Throws NotAllowed, NotFound. */
export async function chargeOf(
  office: Office,
  wish: { by: MemberActor; memberId: string },
): Promise<ChargeOf> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  if (by.role !== 'admin' && by.memberId !== wish.memberId) throw new NotAllowed()
  const { id, name } = await memberOf(tx, by.firmId, wish.memberId)
  const newest = (await mattersInCharge(tx, id)).reverse().map(matterInNote)
  const open = newest.filter((matter) => !matter.closed)
  return { memberId: id, name, matters: [...open, ...newest.filter((matter) => matter.closed)] }
}
