import { and, asc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requestConfirmations, requestItems, requests } from '#db/schema/communication.ts'
import { members } from '#db/schema/firms.ts'
import { answers, files } from '#db/schema/replies.ts'
import { among, given, givenList, statement } from '#db/statement.ts'
import type { ReasonCode } from '../delivery/letter.ts'
import { madeOf, nothingMade, type MadeOf } from '../documents/made-of.ts'
import { meantFor } from '../matters/meant-for.ts'
import type { Road } from '../replies/arrival.ts'
import { lockedFiles, type LockedFile } from '../replies/passwords/locked-files.ts'
import { isOverdue } from '../reminders/calendar/past-day.ts'
import { byRequest, livingItems } from './items-of.ts'
import { paperHeld, type PaperHeld } from './paper/paper-held.ts'
import { countsOf, isSettled, type Item, type Request } from './request.ts'

/** A request as one client sees it: a shared checklist, with their own answers alone. */
export type RequestSeen = {
  id: string
  matterId: string
  title: string
  details: string
  /** `YYYY-MM-DD` */
  dueOn: string | null
  overdue: boolean
  status: Request['status']
  at: Date
  author: string
  edited: boolean
  /** Of an urgent one: whether the viewer is still asked to confirm that they have read it, as they are while it is open. */
  urgent: 'asked' | 'confirmed' | null
  items: ItemSeen[]
  /** What the viewer sent and needs a password that they can give. */
  locked: LockedFile[]
  counts: {
    total: number
    /** Approved or waived. */
    settled: number
    /** Handed in or settled. */
    received: number
    /** Wanted from the client now. */
    missing: number
  }
}

export type ItemSeen = {
  id: string
  title: string
  kind: Item['kind']
  issuedWithinDays: number | null
  status: Item['status']
  /** The viewer's own original: since when the firm has it, and when it went back. */
  paper: { receivedAt: Date; returnedAt: Date | null } | null
  /** What is to be signed. */
  toSign: FileSeen | null
  reason: { code: ReasonCode; note: string | null } | null
  /** The viewer's own, newest first. */
  answers: AnswerSeen[]
  /** What is in came from another client of the matter. */
  byCoClient: boolean
}

export type AnswerSeen = {
  id: string
  at: Date
  text: string | null
  files: FileHandedIn[]
  via: 'mail' | 'portal' | 'member'
  /** By which road it had come to the firm, where a member entered it. */
  road: Road | null
  /** Nobody has judged it yet, so its files can be taken back. */
  unjudged: boolean
}

export type FileSeen = {
  id: string
  name: string
  size: number
  type: string
  /** Nobody may open it for now: no scanner has cleared it. */
  held: boolean
} & MadeOf

export type FileHandedIn = FileSeen & {
  /** It stands in a mail too, which is kept as it came. */
  mailed: boolean
}

/** Who looks, and where they live. */
export type RequestViewer = { clientIds: string[]; timeZone: string }

/** The announced, living requests of the matters (or the one named) that are for this client, newest first. */
export async function requestsSeenBy(
  tx: Query,
  viewer: RequestViewer,
  now: Date,
  which: { matterIds: string[] } | { requestId: string },
): Promise<RequestSeen[]> {
  if ('matterIds' in which && which.matterIds.length === 0) return []
  const asked = 'matterIds' in which ? ofMatters : theOne
  const values = { clientIds: viewer.clientIds, ...which }
  const [told, items, given] = await Promise.all([
    asked.requests(tx, values),
    asked.items(tx, values).then(byRequest),
    asked.answers(tx, values).then((rows) => byItem(tx, rows)),
  ])
  const all = [...items.values()].flat()
  const held = await paperHeld(
    tx,
    all.flatMap((item) => (item.kind === 'paper' ? [item.id] : [])),
  )
  const toSign = await filesToSign(
    tx,
    all.flatMap((item) => item.toSignId ?? []),
  )
  const urgentIds = told.flatMap(({ request }) => (request.urgentAt === null ? [] : [request.id]))
  const confirmed = await confirmedOf(tx, viewer, urgentIds)
  const locked = await lockedFiles(tx, {
    requestIds: told.map(({ request }) => request.id),
    clientIds: viewer.clientIds,
  })
  const seen = told.map(({ request, author }) => {
    const mine = items.get(request.id) ?? []
    return {
      id: request.id,
      matterId: request.matterId,
      title: request.title,
      details: request.details,
      dueOn: request.dueOn,
      overdue:
        isStillAsked(request) && request.dueOn !== null && isOverdue(request.dueOn, now, viewer.timeZone),
      status: request.status,
      at: request.announcedAt ?? request.createdAt,
      author,
      edited: request.editedAt !== null && request.editedAt > (request.announcedAt ?? request.createdAt),
      urgent: urgentSeen(request, confirmed.has(request.id)),
      items: mine.map((item) => ({
        ...itemSeen(item, given.get(item.id) ?? [], viewer.clientIds),
        paper: paperSeen(held.get(item.id), viewer.clientIds),
        toSign: toSign.get(item.toSignId ?? '') ?? null,
      })),
      locked: locked.get(request.id) ?? [],
      counts: countsSeen(mine),
    }
  })
  return seen.sort((a, b) => b.at.getTime() - a.at.getTime())
}

const ofMatters = asks(() => among(requests.matterId, givenList('matterIds')))
const theOne = asks(() => eq(requests.id, given('requestId')))

/** What is asked of requests, all by the same condition and in one breath, since none waits for another's answer. */
function asks(which: () => SQL) {
  const areSeen = (tx: Query) =>
    and(
      which(),
      meantFor(tx, requests.id, givenList('clientIds')),
      isNull(requests.deletedAt),
      isNotNull(requests.announcedAt),
    )
  const ids = (tx: Query) => tx.select({ id: requests.id }).from(requests).where(areSeen(tx))
  return {
    requests: statement((tx) =>
      tx
        .select({ request: requests, author: members.name })
        .from(requests)
        .innerJoin(members, eq(members.id, requests.authorId))
        .where(areSeen(tx)),
    ),
    items: statement((tx) => livingItems(tx, inArray(requestItems.requestId, ids(tx)))),
    answers: statement((tx) =>
      tx
        .select()
        .from(answers)
        .where(and(inArray(answers.requestId, ids(tx)), isNull(answers.withdrawnAt)))
        .orderBy(asc(answers.createdAt), asc(answers.id)),
    ),
  }
}

function urgentSeen(request: Request, confirmed: boolean): RequestSeen['urgent'] {
  if (request.urgentAt === null) return null
  if (confirmed) return 'confirmed'
  return isStillAsked(request) ? 'asked' : null
}

// Of several clients who are one person each was asked, and the one answer is theirs all.
async function confirmedOf(
  tx: Query,
  { clientIds }: RequestViewer,
  requestIds: string[],
): Promise<Set<string>> {
  const rows = requestIds.length === 0 ? [] : await confirmations(tx, { requestIds, clientIds })
  return new Set(rows.map((row) => row.requestId))
}

const confirmations = statement((tx) =>
  tx
    .select({ requestId: requestConfirmations.requestId })
    .from(requestConfirmations)
    .where(
      and(
        among(requestConfirmations.requestId, givenList('requestIds')),
        among(requestConfirmations.clientId, givenList('clientIds')),
      ),
    ),
)

function isStillAsked(request: Request): boolean {
  return request.status === 'open' || request.status === 'partial'
}

function countsSeen(items: Item[]): RequestSeen['counts'] {
  const { total, received, settled } = countsOf(items)
  return { total, settled, received, missing: total - received }
}

type Given = AnswerSeen & { clientId: string; verdict: string | null; reason: ItemSeen['reason'] }

function paperSeen(held: PaperHeld | undefined, clientIds: string[]): ItemSeen['paper'] {
  if (!held || !clientIds.includes(held.clientId)) return null
  const { receivedAt, returnedAt } = held
  return { receivedAt, returnedAt }
}

async function filesToSign(tx: Query, ids: string[]): Promise<Map<string, FileSeen>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      id: files.id,
      name: files.name,
      size: files.size,
      type: files.type,
      heldBecause: files.heldBecause,
    })
    .from(files)
    .where(and(inArray(files.id, ids), isNull(files.purgedAt)))
  const made = await madeOf(tx, rows)
  return new Map(rows.map((row) => [row.id, fileSeen(row, made)]))
}

function itemSeen(item: Item, given: Given[], clientIds: string[]): Omit<ItemSeen, 'paper' | 'toSign'> {
  const mine = given.filter((answer) => clientIds.includes(answer.clientId))
  const newest = given[0]
  return {
    id: item.id,
    title: item.title,
    kind: item.kind,
    issuedWithinDays: item.issuedWithinDays,
    status: item.status,
    // Why somebody else's paper was rejected is between them and the firm.
    reason:
      item.status === 'rejected'
        ? (mine.find((answer) => answer.verdict === 'rejected')?.reason ?? null)
        : null,
    answers: mine.map(({ clientId: _, verdict: __, reason: ___, ...answer }) => answer),
    byCoClient:
      newest !== undefined &&
      !clientIds.includes(newest.clientId) &&
      (item.status === 'received' || isSettled(item)),
  }
}

async function byItem(tx: Query, rows: (typeof answers.$inferSelect)[]): Promise<Map<string, Given[]>> {
  const given = new Map<string, Given[]>()
  const kept = await filesOf(
    tx,
    rows.map((row) => row.id),
  )
  for (const row of rows) {
    const answer: Given = {
      id: row.id,
      at: row.createdAt,
      text: row.text,
      files: kept.get(row.id) ?? [],
      via: row.via,
      road: row.onBehalfVia,
      unjudged: row.verdict === null,
      clientId: row.clientId,
      verdict: row.verdict,
      reason: row.reasonCode ? { code: row.reasonCode, note: row.reasonNote } : null,
    }
    given.set(row.itemId, [answer, ...(given.get(row.itemId) ?? [])])
  }
  return given
}

/** A file's row as it is listed. */
export function fileSeen(
  {
    id,
    name,
    size,
    type,
    heldBecause,
  }: Pick<typeof files.$inferSelect, 'id' | 'name' | 'size' | 'type' | 'heldBecause'>,
  made: Map<string, MadeOf>,
): FileSeen {
  return { id, name, size, type, held: heldBecause !== null, ...(made.get(id) ?? nothingMade) }
}

/** The files of answers, by answer, in the order they came. */
export async function filesOf(tx: Query, answerIds: string[]): Promise<Map<string, FileHandedIn[]>> {
  const kept = new Map<string, FileHandedIn[]>()
  if (answerIds.length === 0) return kept
  const rows = await unpurged(tx, { answerIds })
  const made = await madeOf(tx, rows)
  for (const { answerId, inboundId, ...row } of rows) {
    const file = { ...fileSeen(row, made), mailed: inboundId !== null }
    if (answerId) kept.set(answerId, [...(kept.get(answerId) ?? []), file])
  }
  return kept
}

const unpurged = statement((tx) =>
  tx
    .select()
    .from(files)
    .where(and(among(files.answerId, givenList('answerIds')), isNull(files.purgedAt)))
    .orderBy(asc(files.createdAt), asc(files.id)),
)
