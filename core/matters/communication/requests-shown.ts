import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requests } from '#db/schema/communication.ts'
import { members } from '#db/schema/firms.ts'
import { answers, files } from '#db/schema/replies.ts'
import { NotFound } from '../../errors.ts'
import type { MemberActor } from '../../members/actor.ts'
import { requestConfirmationsOf } from '../../news/confirmations-of.ts'
import type { Office } from '../../office.ts'
import { itemsOfAll } from '../../requests/items-of.ts'
import { paperHeld, type PaperHeld } from '../../requests/paper/paper-held.ts'
import { countsOf, type Counts, type Item, type Request } from '../../requests/request.ts'
import { mayBeUndone } from '../held-back.ts'
import { matterFor, type Matter } from '../matter-for.ts'
import type { QueuePage } from '../queue/place.ts'
import { deliveriesOf, noneDelivered, type Delivered } from './deliveries-of.ts'
import { matterShown, type MatterShown } from './matter-shown.ts'
import { newestFirst, type PageWanted } from './newest-first.ts'

/** A request as a member sees it. */
export type RequestShown = {
  id: string
  title: string
  details: string
  dueOn: string | null
  status: Request['status']
  /** Of an urgent one: how many have confirmed or answered it, of how many. */
  urgent: { confirmed: number; of: number } | null
  counts: Counts
  at: Date
  author: string
  editedAt: Date | null
  announced: boolean
  /** Sent by this member less than a minute ago. */
  undoable: boolean
  items: {
    id: string
    title: string
    kind: Item['kind']
    issuedWithinDays: number | null
    expiresOn: string | null
    status: Item['status']
    /** Of a paper original: the newest custody of it. */
    paper: PaperHeld | null
    /** Of something to be signed: what that is. */
    toSign: string | null
    answerId: string | null
  }[]
  deliveries: Delivered
}

/** A page of a matter's living requests, the newest first. */
export function requestsOf(
  office: Office,
  by: MemberActor,
  matter: Matter,
  wanted: PageWanted,
): Promise<QueuePage<RequestShown>> {
  return newestFirst(wanted, [requests.createdAt, requests.id], async ({ where, order, most }) => {
    const rows = await selectRequests(office.db.read, matter)
      .where(and(living(matter), where))
      .orderBy(...order)
      .limit(most)
    return shown(office, by, rows)
  })
}

/** How many living requests a matter has. */
export async function countRequests(tx: Query, matter: Matter): Promise<number> {
  const [row] = await tx
    .select({ number: count().as('number') })
    .from(requests)
    .where(living(matter))
  return Number(row?.number ?? 0)
}

/** One living request and its matter. Throws NotFound, also for that of another matter. */
export async function requestInMatter(
  office: Office,
  { by, matterId, requestId }: { by: MemberActor; matterId: string; requestId: string },
): Promise<{ matter: MatterShown; request: RequestShown }> {
  const tx = office.db.read
  const matter = await matterFor(tx, by, matterId)
  const rows = await selectRequests(tx, matter).where(and(living(matter), eq(requests.id, requestId)))
  const [found] = await shown(office, by, rows)
  if (!found) throw new NotFound()
  return { matter: await matterShown(tx, matter), request: found }
}

function selectRequests(tx: Query, { firmId }: Matter) {
  return tx
    .select({ request: requests, author: members.name })
    .from(requests)
    .innerJoin(members, and(eq(members.id, requests.authorId), eq(members.firmId, firmId)))
}

function living({ id, firmId }: Matter) {
  return and(eq(requests.matterId, id), eq(requests.firmId, firmId), isNull(requests.deletedAt))
}

type Row = { request: Request; author: string }

async function shown(office: Office, by: MemberActor, rows: Row[]): Promise<RequestShown[]> {
  const tx = office.db.read
  const ids = rows.map(({ request }) => request.id)
  const delivered = await deliveriesOf(tx, by.firmId, ids)
  const items = await itemsOfAll(tx, ids)
  const newest = await newestAnswers(tx, ids)
  const all = [...items.values()].flat()
  const held = await paperHeld(
    tx,
    all.flatMap((item) => (item.kind === 'paper' ? [item.id] : [])),
  )
  const toSign = await namesOf(
    tx,
    all.flatMap((item) => item.toSignId ?? []),
  )
  const urgent = await requestConfirmationsOf(
    tx,
    rows.flatMap(({ request }) => (request.urgentAt === null ? [] : [request.id])),
  )
  return rows.map(({ request, author }) => {
    const mine = items.get(request.id) ?? []
    return {
      id: request.id,
      title: request.title,
      details: request.details,
      dueOn: request.dueOn,
      status: request.status,
      urgent: urgent.get(request.id) ?? null,
      counts: countsOf(mine),
      at: request.createdAt,
      author,
      editedAt: request.editedAt,
      announced: request.announcedAt !== null,
      undoable: mayBeUndone(request, by.memberId, office.clock()),
      items: mine.map(({ id, title, kind, status, issuedWithinDays, expiresOn, toSignId }) => ({
        id,
        title,
        kind,
        issuedWithinDays,
        expiresOn,
        status,
        paper: held.get(id) ?? null,
        toSign: toSign.get(toSignId ?? '') ?? null,
        answerId: newest.get(id) ?? null,
      })),
      deliveries: delivered.get(request.id) ?? noneDelivered,
    }
  })
}

async function namesOf(tx: Query, fileIds: string[]): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: files.id, name: files.name })
    .from(files)
    .where(and(inArray(files.id, fileIds), isNull(files.purgedAt)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function newestAnswers(tx: Query, requestIds: string[]): Promise<Map<string, string>> {
  if (requestIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: answers.id, itemId: answers.itemId })
    .from(answers)
    .where(and(inArray(answers.requestId, requestIds), isNull(answers.withdrawnAt)))
    .orderBy(asc(answers.createdAt), asc(answers.id))
  return new Map(rows.map((row) => [row.itemId, row.id]))
}
