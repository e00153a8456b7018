import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requests } from '#db/schema/communication.ts'
import type { files } from '#db/schema/replies.ts'
import { toldAgain } from '../delivery/told-again.ts'
import type { ChatTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import { tellOfArrival } from '../replies/refresh-arrivals.ts'

/** Brings every chat message that names the file up to date: of an arrival, a message, or a mail in quarantine. */
export async function tellOfFile(
  office: Office,
  tx: Tx,
  file: typeof files.$inferSelect,
): Promise<ChatTelling[]> {
  const { firmId, arrivalId, inboundId, requestId } = file
  if (arrivalId && requestId) {
    const [request] = await tx.select().from(requests).where(eq(requests.id, requestId))
    return request ? tellOfArrival(office, tx, request, arrivalId) : []
  }
  if (!inboundId) return []
  return [
    ...(await toldAgain(tx, firmId, inboundId, 'messageArrived')),
    ...(await toldAgain(tx, firmId, inboundId, 'mailQuarantined')),
  ]
}
