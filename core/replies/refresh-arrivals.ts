import { eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { answers } from '#db/schema/replies.ts'
import { firmOf } from '../firms/firm.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { ChatTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import type { Request } from '../requests/request.ts'
import { dayOf } from '../words/format.ts'

/** Brings every chat message that speaks of the item's answers up to date. */
export async function refreshArrivals(
  office: Office,
  tx: Query,
  request: Request,
  itemId: string,
): Promise<ChatTelling[]> {
  const rows = await tx
    .selectDistinct({ arrivalId: answers.arrivalId })
    .from(answers)
    .where(eq(answers.itemId, itemId))
  const tellings: ChatTelling[] = []
  for (const { arrivalId } of rows) tellings.push(...(await tellOfArrival(office, tx, request, arrivalId)))
  return tellings
}

/** Tells the responsible members of an arrival, or brings what they were told up to date. */
export async function tellOfArrival(
  office: Office,
  tx: Query,
  request: Pick<Request, 'firmId' | 'matterId'>,
  arrivalId: string,
): Promise<ChatTelling[]> {
  const firm = await firmOf(tx, request.firmId)
  const told = await membersToTell(tx, firm.id, request.matterId, dayOf(office.clock(), firm.timeZone))
  return told.map((to) => ({
    channel: 'chat',
    notice: { kind: 'answersArrived', arrivalId },
    to,
    matterId: request.matterId,
    subjectId: arrivalId,
  }))
}
