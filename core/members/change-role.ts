import { eq } from 'drizzle-orm'
import { members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { forgetInstaller } from '../firms/forget-installer.ts'
import { firstTime } from '../first-time.ts'
import type { Office } from '../office.ts'
import type { MemberActor, SystemActor } from './actor.ts'
import { adminActing } from './admin-acting.ts'
import { memberOf, requireAnotherAdmin } from './member.ts'

export type ChangeRole = {
  by: MemberActor | SystemActor
  memberId: string
  role: MemberActor['role']
  interaction?: string
}

/** The member may do what the role allows, from their next act on. Throws NotAllowed, NotFound, LastAdmin. */
export async function changeRole(office: Office, wish: ChangeRole): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await adminActing(tx, wish.by)
    const member = await memberOf(tx, by.firmId, wish.memberId)
    if (member.role === wish.role) return
    if (wish.role !== 'admin') await requireAnotherAdmin(tx, member)
    await tx.update(members).set({ role: wish.role }).where(eq(members.id, member.id))
    if (member.role === 'admin') await forgetInstaller(tx, by.firmId)
    const facts = { from: member.role, to: wish.role }
    await announce(office, tx, { kind: 'memberRoleChanged', by, subjectId: member.id, facts })
  })
}
