import { eq } from 'drizzle-orm'
import { accesses } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { cancelUnsent } from '../../delivery/cancel-unsent.ts'
import { firstTime } from '../../first-time.ts'
import type { MemberActor, SystemActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { accessFor } from '../access-for.ts'
import { endSessions } from '../session/end-sessions.ts'

/** The access opens nothing any more: no link, no session, no invitation still to be sent; its address is free again. */
export async function removeAccess(
  office: Office,
  wish: { by: MemberActor | SystemActor; accessId: string; interaction?: string },
): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const { by, access } = await accessFor(tx, wish.by, wish.accessId)
    const removedBy = by.kind === 'member' ? by.memberId : null
    await tx
      .update(accesses)
      .set({
        removedAt: office.clock(),
        removedBy,
        livingEmail: null,
        linkVersion: access.linkVersion + 1,
        passwordHash: null,
        passwordVersion: access.passwordVersion + 1,
        passwordLinkUntil: null,
      })
      .where(eq(accesses.id, access.id))
    await endSessions(tx, access.id)
    await cancelUnsent(tx, access.id, 'access removed')
    await announce(office, tx, { kind: 'accessRemoved', by, clientId: access.clientId, subjectId: access.id })
  })
}
