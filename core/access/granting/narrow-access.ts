import { and, eq } from 'drizzle-orm'
import { accessExtensions } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import type { MemberActor, SystemActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { accessFor } from '../access-for.ts'
import { endSessions } from '../session/end-sessions.ts'

/** The access no longer stands for a client it had been extended to; its sessions are over. Throws NotFound. */
export async function narrowAccess(
  office: Office,
  wish: { by: MemberActor | SystemActor; accessId: string; clientId: string },
): Promise<{ accessId: string }> {
  return write(office.db, async (tx) => {
    const { by, access } = await accessFor(tx, wish.by, wish.accessId)
    const { clientId } = wish
    await tx
      .delete(accessExtensions)
      .where(and(eq(accessExtensions.accessId, access.id), eq(accessExtensions.clientId, clientId)))
    await endSessions(tx, access.id)
    await announce(office, tx, { kind: 'accessEdited', by, clientId, subjectId: access.id })
    return { accessId: access.id }
  })
}
