import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requests } from '#db/schema/communication.ts'
import type { answers } from '#db/schema/replies.ts'
import type { ChatTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import { refreshArrivals } from '../replies/refresh-arrivals.ts'

/** Brings every chat message that speaks of this answer up to date. */
export async function requestToTell(
  office: Office,
  tx: Tx,
  { requestId, itemId }: Pick<typeof answers.$inferSelect, 'requestId' | 'itemId'>,
): Promise<ChatTelling[]> {
  const [request] = await tx.select().from(requests).where(eq(requests.id, requestId))
  return request ? refreshArrivals(office, tx, request, [itemId]) : []
}
