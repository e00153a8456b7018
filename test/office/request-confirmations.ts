import { requestConfirmations } from '#db/schema/communication.ts'
import type { Office } from '#core/office.ts'

/** Which urgent requests were confirmed, and by which way. */
export function confirmedRequests(office: Office) {
  return office.db.read
    .select({ requestId: requestConfirmations.requestId, via: requestConfirmations.via })
    .from(requestConfirmations)
}
