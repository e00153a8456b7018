import { write } from '#db/write.ts'
import { NotAllowed, NotAValue, NotFound } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import type { Office } from '../office.ts'
import type { MemberActor, SystemActor } from './actor.ts'
import { mattersInCharge } from './matters-in-charge.ts'
import { memberActing } from './member-acting.ts'
import { memberOf } from './member.ts'
import { moveCharge } from './move-charge.ts'

export type HandOver = {
  by: MemberActor | SystemActor
  fromId: string
  toId: string
  /** Of those in the charge of `fromId`; null: all of them. */
  matterIds: string[] | null
  interaction?: string
}

/**
 * The matters are in a colleague's charge, with what waits in them (see `moveCharge`). Members hand over what is theirs, admins
 * anybody's. Returns how many there were. Throws NotAllowed, NotFound, NotAValue (to oneself), NotInTeam.
 */
export async function handOver(office: Office, wish: HandOver): Promise<{ matters: number }> {
  const done = await write(office.db, async (tx) => {
    const by = await memberActing(tx, wish.by)
    const from = await memberOf(tx, by.firmId, wish.fromId)
    const to = await memberOf(tx, by.firmId, wish.toId)
    if (by.kind === 'member' && by.role !== 'admin' && by.memberId !== from.id) throw new NotAllowed()
    if (from.id === to.id) throw new NotAValue('to', to.name)
    if (!(await firstTime(office, tx, by.firmId, wish.interaction))) return { matters: 0 }
    const handed = await mattersInCharge(tx, from.id, wish.matterIds ?? undefined)
    if (wish.matterIds && handed.length !== new Set(wish.matterIds).size) throw new NotFound()
    await moveCharge(office, tx, by, { from, to, handed })
    return { matters: handed.length }
  })
  office.wake('outbox')
  return done
}
