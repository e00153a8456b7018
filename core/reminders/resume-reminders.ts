import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { audiences, requests } from '#db/schema/communication.ts'
import { firmOf } from '../firms/firm.ts'
import type { Office } from '../office.ts'
import { planReminders } from './plan-reminders.ts'

const rest = 48 * 3_600_000

/**
 * The clients of a matter that is shown again are reminded of what it still wants, two days from now at the earliest, so
 * that nothing is mailed merely because it was shown.
 */
export async function resumeReminders(
  office: Office,
  tx: Tx,
  firmId: string,
  matterId: string,
): Promise<void> {
  const firm = await firmOf(tx, firmId)
  const from = new Date(office.clock().getTime() + rest)
  const live = await tx
    .select({ requestId: requests.id, dueOn: requests.dueOn, clientId: audiences.clientId })
    .from(requests)
    .innerJoin(audiences, eq(audiences.subjectId, requests.id))
    .where(
      and(
        eq(requests.matterId, matterId),
        inArray(requests.status, ['open', 'partial']),
        isNull(requests.deletedAt),
        isNotNull(requests.announcedAt),
      ),
    )
  for (const { clientId, ...request } of live)
    await planReminders(office, tx, firm, request, [{ clientId }], from)
}
