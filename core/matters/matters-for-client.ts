import { and, desc, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { entries } from '#db/schema/access.ts'
import { news } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { among, givenList, statement } from '#db/statement.ts'
import type { ClientSession } from '../access/session/client-session.ts'
import { eyesOf, mattersInGivenSight } from '../access/sight.ts'
import type { Office } from '../office.ts'
import { requestsSeenBy, type RequestSeen } from '../requests/request-seen.ts'
import type { Matter } from './matter-for.ts'
import { meantFor } from './meant-for.ts'

/** A matter in a client's list. */
export type MatterInList = {
  id: string
  title: string
  number: string | null
  kind: 'court' | 'internal'
  /** Items the client must act on. */
  waiting: number
  /** The soonest day asked for among them, `YYYY-MM-DD`. */
  nextDueOn: string | null
  overdue: boolean
  lastActivityAt: Date | null
  closedAt: Date | null
  parentId: string | null
  relation: 'appeal' | 'offshoot' | null
}

/** Every matter the session's client sees: what waits for them first, then the liveliest, closed ones last. */
export async function mattersForClient(office: Office, session: ClientSession): Promise<MatterInList[]> {
  const tx = office.db.read
  const rows = await allInSight(tx, eyesOf(session))
  const matterIds = rows.map((matter) => matter.id)
  const list = await listed(tx, session, office.clock(), rows, new Set(matterIds))
  return list.sort(byUrgency)
}

const allInSight = statement((tx) =>
  tx
    .select()
    .from(matters)
    .where(inArray(matters.id, sql`(${mattersInGivenSight()})`))
    .orderBy(desc(matters.createdAt)),
)

function byUrgency(a: MatterInList, b: MatterInList): number {
  const rank = (matter: MatterInList) => (matter.waiting > 0 ? 0 : matter.closedAt ? 2 : 1)
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (a.waiting > 0 && a.nextDueOn !== b.nextDueOn)
    return (a.nextDueOn ?? '9') < (b.nextDueOn ?? '9') ? -1 : 1
  return (b.lastActivityAt?.getTime() ?? 0) - (a.lastActivityAt?.getTime() ?? 0)
}

/** Matters in sight as a client's list shows them; `inSight` are all that may be spoken of as parents. */
export async function listed(
  tx: Query,
  session: ClientSession,
  now: Date,
  rows: Matter[],
  inSight: Set<string>,
): Promise<MatterInList[]> {
  const matterIds = rows.map((matter) => matter.id)
  if (matterIds.length === 0) return []
  const [requests, activity] = await Promise.all([
    requestsSeenBy(tx, session, now, { matterIds }),
    lastActivity(tx, session, matterIds),
  ])
  const seen = Map.groupBy(requests, (request) => request.matterId)
  return rows.map((matter) =>
    inList(matter, { requests: seen.get(matter.id) ?? [], lastEntryAt: activity.get(matter.id), inSight }),
  )
}

/** A matter as a list shows it, from what is known of it: requests of others are passed over. */
export function inList(
  matter: Matter,
  known: { requests: RequestSeen[]; lastEntryAt: Date | undefined; inSight: Set<string> },
): MatterInList {
  const mine = known.requests.filter((request) => request.matterId === matter.id)
  const asked = matter.closedAt ? [] : mine.filter(isAsked)
  const dates = [known.lastEntryAt, ...mine.map((request) => request.at)].filter((at) => at !== undefined)
  return {
    id: matter.id,
    title: matter.title,
    number: matter.number,
    kind: matter.kind,
    waiting: asked.reduce((sum, request) => sum + request.counts.missing, 0),
    nextDueOn: asked.flatMap((request) => request.dueOn ?? []).sort()[0] ?? null,
    overdue: asked.some((request) => request.overdue),
    lastActivityAt: dates.length > 0 ? new Date(Math.max(...dates.map(Number))) : null,
    closedAt: matter.closedAt,
    // A parent the client does not see is not spoken of.
    parentId:
      matter.relation !== 'attached' && known.inSight.has(matter.parentId ?? '') ? matter.parentId : null,
    relation: matter.relation === 'attached' ? null : matter.relation,
  }
}

function isAsked(request: RequestSeen): boolean {
  return (request.status === 'open' || request.status === 'partial') && request.counts.missing > 0
}

async function lastActivity(tx: Query, session: ClientSession, ids: string[]): Promise<Map<string, Date>> {
  const last = new Map<string, Date>()
  const [told, entered] = await Promise.all([
    lastTold(tx, { ids, clientIds: session.clientIds }),
    lastEntered(tx, { ids, kinds: session.entryKinds }),
  ])
  for (const { matterId, at } of [...told, ...entered]) {
    const before = last.get(matterId)
    if (at && (!before || at > before)) last.set(matterId, at)
  }
  return last
}

const lastTold = statement((tx) =>
  tx
    .select({ matterId: news.matterId, at: max(news.announcedAt).as('at') })
    .from(news)
    .where(
      and(
        among(news.matterId, givenList('ids')),
        meantFor(tx, news.id, givenList('clientIds')),
        isNull(news.deletedAt),
        isNotNull(news.announcedAt),
      ),
    )
    .groupBy(news.matterId),
)

const lastEntered = statement((tx) =>
  tx
    .select({ matterId: entries.matterId, at: max(entries.at).as('at') })
    .from(entries)
    .where(
      and(
        among(entries.matterId, givenList('ids')),
        among(entries.kind, givenList('kinds')),
        isNull(entries.deletedAt),
        isNotNull(entries.releasedAt),
      ),
    )
    .groupBy(entries.matterId),
)
