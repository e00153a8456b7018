import { and, eq, isNotNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { answers, files } from '#db/schema/replies.ts'
import { among, givenList, statement } from '#db/statement.ts'
import { chatsTo } from '../members/chats-to.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { ChatTelling, MemberToTell } from '../notices.ts'
import type { Office } from '../office.ts'
import type { Request } from '../requests/request.ts'

/** Brings every chat message that speaks of these items' answers up to date, for the members who are responsible. */
export async function refreshArrivals(
  office: Office,
  tx: Query,
  request: Request,
  itemIds: string[],
): Promise<ChatTelling[]> {
  const [arrivalIds, told] = await Promise.all([arrivalsOf(tx, itemIds), whoIsTold(office, tx, request)])
  return tellOfArrivals(request, arrivalIds, told)
}

/** Tells these members of the arrivals, each once, or brings what they were told up to date. */
export function tellOfArrivals(request: About, arrivalIds: string[], told: MemberToTell[]): ChatTelling[] {
  return [...new Set(arrivalIds)].flatMap((id) => tellingsOf(request, id, told))
}

/** The arrivals that answers to these items have come by, as they stand; some twice. */
export async function arrivalsOf(tx: Query, itemIds: string[]): Promise<string[]> {
  if (itemIds.length === 0) return []
  const found = await Promise.all([lastArrivals(tx, { itemIds }), earlierArrivals(tx, { itemIds })])
  return found.flat().flatMap(({ id }) => id ?? [])
}

const lastArrivals = statement((tx) =>
  tx
    .selectDistinct({ id: answers.arrivalId })
    .from(answers)
    .where(among(answers.itemId, givenList('itemIds'))),
)

// An answer may have begun in an earlier story than the one it belongs to now.
const earlierArrivals = statement((tx) =>
  tx
    .selectDistinct({ id: files.arrivalId })
    .from(files)
    .innerJoin(answers, eq(answers.id, files.answerId))
    .where(and(among(answers.itemId, givenList('itemIds')), isNotNull(files.arrivalId))),
)

/** Tells the responsible members of an arrival, or brings what they were told up to date. */
export async function tellOfArrival(
  office: Office,
  tx: Query,
  request: About,
  arrivalId: string,
): Promise<ChatTelling[]> {
  return tellingsOf(request, arrivalId, await whoIsTold(office, tx, request))
}

type About = Pick<Request, 'id' | 'firmId' | 'matterId'>

/** Who is told of what comes for a request. */
export function whoIsTold(office: Office, tx: Query, { firmId, matterId }: About): Promise<MemberToTell[]> {
  return membersToTell(tx, firmId, matterId, office.clock())
}

function tellingsOf(request: About, arrivalId: string, told: MemberToTell[]): ChatTelling[] {
  return chatsTo(told, {
    notice: { kind: 'answersArrived', arrivalId },
    matterId: request.matterId,
    subjectId: arrivalId,
    thread: request.id,
  })
}
