import type { Tx } from '#db/database.ts'
import type { ChatTelling } from '../../notices.ts'
import type { Office } from '../../office.ts'
import { planAgain } from '../../reminders/plan-reminders.ts'
import { settleRequest } from '../../requests/settle-request.ts'
import type { FileInHand } from './file-in-hand.ts'
import { refreshArrivals, tellOfArrival } from '../refresh-arrivals.ts'
import { afterTakingOut } from './take-out.ts'

/**
 * The file is not where it was any more, which its row says already: an item of which nothing is left is wanted again.
 * Gives back whose chat messages are to be brought up to date.
 */
export async function leavePlace(
  office: Office,
  tx: Tx,
  { file, clientId, request, answered }: FileInHand,
): Promise<ChatTelling[]> {
  if (!request) return []
  const wanted = answered ? await afterTakingOut(office, tx, answered.answer, answered.item) : false
  await settleRequest(office, tx, { kind: 'system', firmId: request.firmId }, request)
  if (wanted && request.status !== 'cancelled' && request.deletedAt === null)
    await planAgain(office, tx, request, clientId)
  return [
    ...(file.arrivalId ? await tellOfArrival(office, tx, request, file.arrivalId) : []),
    ...(answered ? await refreshArrivals(office, tx, request, [answered.item.id]) : []),
  ]
}
