import { accessExtensions } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { clientOf } from '../../clients/client.ts'
import type { MemberActor, SystemActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { accessFor } from '../access-for.ts'
import { clientsBehind } from '../clients-behind.ts'
import { endSessions } from '../session/end-sessions.ts'
import { requireReachOf, requireSightOf } from '../rights-over.ts'

/**
 * The access stands for a further client too, who is the same person: an owner who is also their company. With the same
 * switches for both; its sessions begin anew. Again changes nothing. Throws NotFound, BeyondOwnSight.
 */
export async function extendAccess(
  office: Office,
  wish: { by: MemberActor | SystemActor; accessId: string; clientId: string },
): Promise<{ accessId: string }> {
  return write(office.db, async (tx) => {
    const { by, access } = await accessFor(tx, wish.by, wish.accessId)
    const client = await clientOf(tx, by.firmId, wish.clientId)
    await requireReachOf(tx, by, [client.id])
    const behind = await clientsBehind(tx, access)
    await requireSightOf(tx, by, [...behind.ids, client.id], access)
    if (behind.ids.includes(client.id)) return { accessId: access.id }
    const ids = { firmId: access.firmId, accessId: access.id, clientId: client.id }
    await tx
      .insert(accessExtensions)
      .values({ ...ids, createdAt: office.clock() })
      .onConflictDoNothing()
    await endSessions(tx, access.id)
    await announce(office, tx, {
      kind: 'accessExtended',
      by,
      clientId: client.id,
      subjectId: access.id,
    })
    return { accessId: access.id }
  })
}
