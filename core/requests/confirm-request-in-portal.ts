import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { audiences, requests } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { mayAct } from '../access/access-stands.ts'
import type { ClientSession } from '../access/session/client-session.ts'
import { matterInSight } from '../access/sight.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { keepRequestConfirmation } from './keep-request-confirmation.ts'

/** The client says in the portal that they have read the urgent request; again changes nothing. Throws NotFound, LookingOnly. */
export async function confirmRequestInPortal(
  office: Office,
  wish: { by: ClientSession; matterId: string; requestId: string },
): Promise<void> {
  const { requestId } = wish
  await write(office.db, async (tx) => {
    const session = await mayAct(office, tx, wish.by)
    const matter = await matterInSight(tx, session, wish.matterId)
    const meant = await tx
      .select({ clientId: audiences.clientId })
      .from(requests)
      .innerJoin(audiences, eq(audiences.subjectId, requests.id))
      .where(
        and(
          eq(requests.id, requestId),
          eq(requests.matterId, matter.id),
          isNull(requests.deletedAt),
          isNotNull(requests.announcedAt),
          isNotNull(requests.urgentAt),
          inArray(audiences.clientId, session.clientIds),
        ),
      )
    if (meant.length === 0) throw new NotFound()
    for (const { clientId } of meant)
      await keepRequestConfirmation(office, tx, { requestId, clientId, via: 'portal', email: null })
  })
  office.wake('outbox')
}
