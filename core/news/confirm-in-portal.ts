import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { audiences, news, requests } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { mayAct } from '../access/access-stands.ts'
import type { ClientSession } from '../access/session/client-session.ts'
import { matterInSight } from '../access/sight.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { confirmSubject, type UrgentSubject } from './confirm-subject.ts'

/**
 * The client says in the portal that they have read the urgent news, or the urgent request while it is open; again changes
 * nothing. Throws NotFound, LookingOnly.
 */
export async function confirmInPortal(
  office: Office,
  wish: { by: ClientSession; matterId: string; subject: UrgentSubject },
): Promise<void> {
  const { subject } = wish
  const table = subject.kind === 'news' ? news : requests
  await write(office.db, async (tx) => {
    const session = await mayAct(office, tx, wish.by)
    const matter = await matterInSight(tx, session, wish.matterId)
    const meant = await tx
      .select({ clientId: audiences.clientId })
      .from(table)
      .innerJoin(audiences, eq(audiences.subjectId, table.id))
      .where(
        and(
          eq(table.id, subject.id),
          eq(table.matterId, matter.id),
          isNull(table.deletedAt),
          isNotNull(table.announcedAt),
          isNotNull(table.urgentAt),
          table === requests ? inArray(requests.status, ['open', 'partial']) : undefined,
          inArray(audiences.clientId, session.clientIds),
        ),
      )
    if (meant.length === 0) throw new NotFound()
    for (const { clientId } of meant)
      await confirmSubject(office, tx, subject, { clientId, via: 'portal', email: null })
  })
  office.wake('outbox')
}
