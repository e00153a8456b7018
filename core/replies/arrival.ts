import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { requestItems } from '#db/schema/communication.ts'
import { answers, arrivals } from '#db/schema/replies.ts'
import { changing } from '#db/changing.ts'
import { inserting } from '#db/inserting.ts'
import { among, given, givenList, statement } from '#db/statement.ts'
import { TextTooLong } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import { isSettled, type Item, type Request } from '../requests/request.ts'

/** After so many quiet minutes a story is over, and the next mail begins another. */
export const quietMinutes = 10

export type Arrival = typeof arrivals.$inferSelect

/** The roads by which something comes that a member then enters for the client. */
export const roads = ['mail', 'whatsapp', 'counter', 'other'] as const
export type Road = (typeof roads)[number]

/** A member entered it for the client, to whom it had come by that road. */
export type OnBehalf = { by: string; road: Road }

const insertArrivals = inserting(arrivals)
const insertAnswers = inserting(answers)
const goOn = changing(arrivals, ['lastAt'])
const receiveItems = changing(requestItems, ['status', 'statusAt', 'statusBy'])

type Sender = { clientId: string; via: Arrival['via']; address: string | null }

/** The story that something handed in now belongs to: the one still going on, or a new one. */
export async function joinArrival(office: Office, tx: Tx, request: Request, sender: Sender): Promise<Story> {
  return joinOrBegin(office, tx, request, sender, await arrivalGoingOn(office, tx, request, sender))
}

/** Something handed in belongs to an arrival, whose first it may be. */
export type Story = { arrival: Arrival; first: boolean }

/** The story of this sender that still goes on. */
export async function arrivalGoingOn(
  office: Office,
  tx: Query,
  request: Request,
  sender: Sender,
): Promise<Arrival | undefined> {
  const who = whoGoesOn(sender, office.clock())
  const [going] = await goingOn(tx, { requestId: request.id, ...who }, roadOf(sender))
  return going
}

/** Joins the story that `arrivalGoingOn` found, or begins one. */
export async function joinOrBegin(
  office: Office,
  tx: Tx,
  request: Request,
  sender: Sender,
  going: Arrival | undefined,
): Promise<Story> {
  const now = office.clock()
  if (going) {
    await goOn(tx, [going.id], { lastAt: now })
    return { arrival: { ...going, lastAt: now }, first: false }
  }
  const arrival: Arrival = {
    id: newId(now),
    firmId: request.firmId,
    matterId: request.matterId,
    requestId: request.id,
    clientId: sender.clientId,
    via: sender.via,
    fromAddress: sender.address,
    startedAt: now,
    lastAt: now,
  }
  await insertArrivals(tx, [arrival])
  return { arrival, first: true }
}

type Shape = 'addressed' | 'unaddressed'

const goingOn = statement((tx, shape: Shape) =>
  tx
    .select()
    .from(arrivals)
    .where(and(eq(arrivals.requestId, given('requestId')), goesOn(shape)))
    .orderBy(desc(arrivals.lastAt))
    .limit(1),
)

function goesOn(shape: Shape) {
  const { clientId, via, fromAddress, lastAt } = arrivals
  return and(
    eq(clientId, given('clientId')),
    eq(via, given('via')),
    shape === 'unaddressed' ? isNull(fromAddress) : eq(fromAddress, given('address')),
    gt(lastAt, given('since', lastAt)),
  )
}

function whoGoesOn({ clientId, via, address }: Sender, now: Date) {
  return { clientId, via, address, since: new Date(now.getTime() - quietMinutes * 60_000) }
}

function roadOf({ address }: Sender): Shape {
  return address === null ? 'unaddressed' : 'addressed'
}

/** The items answered in a story that still goes on, and not reviewed. */
export async function answeredSoFar(
  office: Office,
  tx: Tx,
  requestIds: string[],
  sender: Sender,
): Promise<string[]> {
  if (requestIds.length === 0) return []
  const rows = await answeredLately(tx, { requestIds, ...whoGoesOn(sender, office.clock()) }, roadOf(sender))
  return rows.map((row) => row.itemId)
}

const answeredLately = statement((tx, shape: Shape) =>
  tx
    .selectDistinct({ itemId: answers.itemId })
    .from(answers)
    .innerJoin(arrivals, eq(arrivals.id, answers.arrivalId))
    .where(
      and(
        among(arrivals.requestId, givenList('requestIds')),
        goesOn(shape),
        isNull(answers.verdict),
        isNull(answers.withdrawnAt),
      ),
    ),
)

type Answer = typeof answers.$inferSelect

/** The newest standing answer to each of the items that has any. */
export async function newestAnswers(tx: Query, itemIds: string[]): Promise<Map<string, Answer>> {
  const rows = itemIds.length === 0 ? [] : await standing(tx, { itemIds })
  return new Map(rows.map((row) => [row.itemId, row]))
}

const standing = statement((tx) =>
  tx
    .select()
    .from(answers)
    .where(and(among(answers.itemId, givenList('itemIds')), isNull(answers.withdrawnAt)))
    .orderBy(asc(answers.createdAt), asc(answers.id)),
)

type AboutAnswer = { inboundId?: string; accessId?: string; text?: string; onBehalf?: OnBehalf }

/**
 * The client's answer to the item, to which more is appended while it is the newest and not reviewed; else a new one, which
 * is then the newest. The item is received. Gives back the answer's id. Settled items take no answer: the caller has looked.
 */
export async function answerTo(
  office: Office,
  tx: Tx,
  arrival: Arrival,
  item: Item,
  about: AboutAnswer,
): Promise<string> {
  const newest = await newestAnswers(tx, [item.id])
  const [answerId = ''] = await answersAfter(office, tx, arrival, newest, [{ item, about }])
  return answerId
}

/** The same for several items at once, where it is known which answers are the newest; gives the ids in their order. */
export async function answersAfter(
  office: Office,
  tx: Tx,
  arrival: Arrival,
  newest: Map<string, Answer>,
  handed: { item: Item; about: AboutAnswer }[],
): Promise<string[]> {
  const now = office.clock()
  const settled = handed.find(({ item }) => isSettled(item))
  if (settled) throw new Error(`item ${settled.item.id} is settled`)
  const itemIds = handed.map(({ item }) => item.id)
  await receiveItems(tx, itemIds, { status: 'received', statusAt: now, statusBy: null })
  const fresh: (typeof answers.$inferInsert)[] = []
  const ids: string[] = []
  for (const { item, about } of handed) {
    const last = newest.get(item.id)
    const open = last?.clientId === arrival.clientId && last.verdict === null ? last : undefined
    if (open) await append(tx, open, arrival, about, now)
    else fresh.push(freshAnswer(arrival, item, about, now))
    ids.push(open?.id ?? fresh.at(-1)?.id ?? '')
  }
  await insertAnswers(tx, fresh)
  return ids
}

async function append(tx: Tx, open: Answer, arrival: Arrival, about: AboutAnswer, now: Date): Promise<void> {
  const text = joined(open.text, about.text, arrival.via)
  await tx
    .update(answers)
    .set({ text, arrivalId: arrival.id, joinDueAt: now, ...broughtBy(about) })
    .where(eq(answers.id, open.id))
}

function freshAnswer(arrival: Arrival, item: Item, about: AboutAnswer, now: Date) {
  return {
    id: newId(now),
    firmId: arrival.firmId,
    matterId: arrival.matterId,
    requestId: arrival.requestId,
    itemId: item.id,
    clientId: arrival.clientId,
    arrivalId: arrival.id,
    via: arrival.via,
    fromAddress: arrival.fromAddress,
    accessId: about.accessId ?? null,
    inboundId: about.inboundId ?? null,
    ...broughtBy(about),
    text: about.text ?? null,
    joinDueAt: now,
    createdAt: now,
  }
}

function broughtBy({ onBehalf }: AboutAnswer) {
  return onBehalf && { onBehalfBy: onBehalf.by, onBehalfVia: onBehalf.road }
}

/** Of all that a client wrote for an item before it was judged, in characters. */
const mostText = 20_000

// Who writes in the portal can be told that it is too much; a mail is kept as far as it goes, and whole as it came.
function joined(before: string | null, more: string | undefined, via: Arrival['via']): string | null {
  const text = [before, more].filter(Boolean).join('\n\n')
  if (text.length > mostText && via === 'portal') throw new TextTooLong('text', mostText, text.length)
  return text.slice(0, mostText) || null
}
