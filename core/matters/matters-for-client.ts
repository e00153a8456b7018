import { and, desc, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { entries } from '#db/schema/access.ts'
import { news } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import type { ClientSession } from '../access/client-session.ts'
import { mattersInSight } from '../access/sight.ts'
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
  const rows = await tx
    .select()
    .from(matters)
    .where(inArray(matters.id, sql`(${mattersInSight(session)})`))
    .orderBy(desc(matters.createdAt))
  const matterIds = rows.map((matter) => matter.id)
  const requests = await requestsSeenBy(tx, session, office.clock(), { matterIds })
  const list = await listed(tx, session, rows, requests)
  return list.sort(byUrgency)
}

function byUrgency(a: MatterInList, b: MatterInList): number {
  const rank = (matter: MatterInList) => (matter.waiting > 0 ? 0 : matter.closedAt ? 2 : 1)
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (a.waiting > 0 && a.nextDueOn !== b.nextDueOn)
    return (a.nextDueOn ?? '9') < (b.nextDueOn ?? '9') ? -1 : 1
  return (b.lastActivityAt?.getTime() ?? 0) - (a.lastActivityAt?.getTime() ?? 0)
}

/**
 * Matters in sight as a client's list shows them, with the requests the client sees in them; `around` are further matters
 * in sight that may be spoken of as parents.
 */
export async function listed(
  tx: Query,
  session: ClientSession,
  rows: Matter[],
  requests: RequestSeen[],
  around: string[] = [],
): Promise<MatterInList[]> {
  const ids = rows.map((matter) => matter.id)
  const inSight = new Set([...ids, ...around])
  const seen = Map.groupBy(requests, (request) => request.matterId)
  const activity = await lastActivity(tx, session, ids)
  return rows.map((matter) => {
    const mine = seen.get(matter.id) ?? []
    const asked = matter.closedAt ? [] : mine.filter(isAsked)
    const dates = [activity.get(matter.id), ...mine.map((request) => request.at)].filter(
      (at) => at !== undefined,
    )
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
      parentId: matter.relation !== 'attached' && inSight.has(matter.parentId ?? '') ? matter.parentId : null,
      relation: matter.relation === 'attached' ? null : matter.relation,
    }
  })
}

function isAsked(request: RequestSeen): boolean {
  return (request.status === 'open' || request.status === 'partial') && request.counts.missing > 0
}

async function lastActivity(tx: Query, session: ClientSession, ids: string[]): Promise<Map<string, Date>> {
  const last = new Map<string, Date>()
  if (ids.length === 0) return last
  const told = await tx
    .select({ matterId: news.matterId, at: max(news.announcedAt).as('at') })
    .from(news)
    .where(
      and(
        inArray(news.matterId, ids),
        meantFor(tx, news.id, session.clientIds),
        isNull(news.deletedAt),
        isNotNull(news.announcedAt),
      ),
    )
    .groupBy(news.matterId)
  const entered = session.entryKinds.length
    ? await tx
        .select({ matterId: entries.matterId, at: max(entries.at).as('at') })
        .from(entries)
        .where(
          and(
            inArray(entries.matterId, ids),
            inArray(entries.kind, session.entryKinds),
            isNull(entries.deletedAt),
            isNotNull(entries.releasedAt),
          ),
        )
        .groupBy(entries.matterId)
    : []
  for (const { matterId, at } of [...told, ...entered]) {
    const before = last.get(matterId)
    if (at && (!before || at > before)) last.set(matterId, at)
  }
  return last
}
