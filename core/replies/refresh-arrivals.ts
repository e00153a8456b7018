import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { answers, files } from '#db/schema/replies.ts'
import { firmOf } from '../firms/firm.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { ChatTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import type { Request } from '../requests/request.ts'
import { dayOf } from '../words/format.ts'

/** Tells the responsible members of an arrival, and brings every chat message that speaks of these items' answers up to date. */
export async function refreshArrivals(
  office: Office,
  tx: Query,
  request: Request,
  itemIds: string[],
  arrivalId?: string,
): Promise<ChatTelling[]> {
  const spoken = itemIds.length === 0 ? [] : await arrivalsOf(tx, itemIds)
  const arrivalIds = new Set([...(arrivalId === undefined ? [] : [arrivalId]), ...spoken])
  return arrivalIds.size === 0 ? [] : tellOfArrivals(office, tx, request, [...arrivalIds])
}

async function arrivalsOf(tx: Query, itemIds: string[]): Promise<string[]> {
  const last = await tx
    .selectDistinct({ id: answers.arrivalId })
    .from(answers)
    .where(inArray(answers.itemId, itemIds))
  // An answer may have begun in an earlier story than the one it belongs to now.
  const earlier = await tx
    .selectDistinct({ id: files.arrivalId })
    .from(files)
    .innerJoin(answers, eq(answers.id, files.answerId))
    .where(and(inArray(answers.itemId, itemIds), isNotNull(files.arrivalId)))
  return [...last, ...earlier].flatMap(({ id }) => id ?? [])
}

/** Tells the responsible members of an arrival, or brings what they were told up to date. */
export function tellOfArrival(
  office: Office,
  tx: Query,
  request: Pick<Request, 'id' | 'firmId' | 'matterId'>,
  arrivalId: string,
): Promise<ChatTelling[]> {
  return tellOfArrivals(office, tx, request, [arrivalId])
}

async function tellOfArrivals(
  office: Office,
  tx: Query,
  request: Pick<Request, 'id' | 'firmId' | 'matterId'>,
  arrivalIds: string[],
): Promise<ChatTelling[]> {
  const firm = await firmOf(tx, request.firmId)
  const told = await membersToTell(tx, firm.id, request.matterId, dayOf(office.clock(), firm.timeZone))
  return arrivalIds.flatMap((arrivalId) =>
    told.map((to) => ({
      channel: 'chat' as const,
      notice: { kind: 'answersArrived' as const, arrivalId },
      to,
      matterId: request.matterId,
      subjectId: arrivalId,
      thread: request.id,
    })),
  )
}
