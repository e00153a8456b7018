import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { previews } from '#db/schema/access.ts'
import { drafts } from '#db/schema/communication.ts'
import { outbox } from '#db/schema/delivery.ts'
import { linkRequests, memberIdentities, members, teamMembers } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { NotAValue, SuccessorMissing } from '../errors.ts'
import { firmOf } from '../firms/firm.ts'
import { forgetInstaller } from '../firms/forget-installer.ts'
import { firstTime } from '../first-time.ts'
import type { Office } from '../office.ts'
import { dayOf } from '../words/format.ts'
import type { MemberActor, SystemActor } from './actor.ts'
import { adminActing } from './admin-acting.ts'
import { letStandIn } from './let-stand-in.ts'
import { mattersInCharge } from './matters-in-charge.ts'
import { memberOf, requireAnotherAdmin, type Member } from './member.ts'
import { moveCharge } from './move-charge.ts'

export type LeaveFirm = {
  by: MemberActor | SystemActor
  memberId: string
  /** Who takes over their matters; may be null where they have none. */
  successorId: string | null
  interaction?: string
}

/**
 * The member has left: in the same act their matters are the successor's, and they are out of chat, of looks through a
 * client's eyes, of teams, and of everybody's absences, which the successor stands in for. What they did stays theirs in the
 * history. Throws NotAllowed, NotFound, LastAdmin, SuccessorMissing, NotAValue.
 */
export async function leaveFirm(office: Office, wish: LeaveFirm): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await adminActing(tx, wish.by)
    const leaver = await memberOf(tx, by.firmId, wish.memberId)
    await requireAnotherAdmin(tx, leaver)
    const successor = wish.successorId === null ? null : await memberOf(tx, by.firmId, wish.successorId)
    if (successor?.id === leaver.id) throw new NotAValue('successor', leaver.name)
    const handed = await mattersInCharge(tx, leaver.id)
    if (handed.length > 0 && !successor) throw new SuccessorMissing(handed.length)
    if (successor) await moveCharge(office, tx, by, { from: leaver, to: successor, handed })
    await standIn(tx, leaver, successor)
    await shutOut(tx, leaver)
    await tx
      .update(members)
      .set({ leftAt: office.clock(), delegateId: null, standInId: null, absentFrom: null, absentUntil: null })
      .where(eq(members.id, leaver.id))
    const { timeZone } = await firmOf(tx, by.firmId)
    await letStandIn(tx, by.firmId, dayOf(office.clock(), timeZone))
    const facts = { successorId: successor?.id ?? null, matters: handed.length }
    await announce(office, tx, { kind: 'memberLeft', by, subjectId: leaver.id, facts })
  })
  office.wake('outbox')
}

/** Whoever relied on the leaver while away relies on the successor, unless it is themselves. */
async function standIn(tx: Tx, leaver: Member, successor: Member | null) {
  const relying = and(eq(members.firmId, leaver.firmId), eq(members.delegateId, leaver.id))
  await tx
    .update(members)
    .set({ delegateId: successor?.id ?? null })
    .where(relying)
  if (!successor) return
  await tx
    .update(members)
    .set({ delegateId: null })
    .where(and(eq(members.id, successor.id), eq(members.delegateId, successor.id)))
}

async function shutOut(tx: Tx, { id, firmId }: Member) {
  const wasInChat = await tx
    .delete(memberIdentities)
    .where(eq(memberIdentities.memberId, id))
    .returning({ id: memberIdentities.id })
  if (wasInChat.length > 0) await forgetInstaller(tx, firmId)
  await tx.delete(linkRequests).where(eq(linkRequests.memberId, id))
  await tx.delete(teamMembers).where(eq(teamMembers.memberId, id))
  await tx.delete(previews).where(eq(previews.memberId, id))
  await tx.delete(drafts).where(eq(drafts.memberId, id))
  await tx
    .update(outbox)
    .set({ state: 'cancelled', cancelledBecause: 'member left' })
    .where(
      and(eq(outbox.state, 'queued'), eq(outbox.memberId, id), inArray(outbox.channel, ['slack', 'teams'])),
    )
}
