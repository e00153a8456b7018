import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { events } from '#db/schema/delivery.ts'
import { members } from '#db/schema/firms.ts'
import { chat } from '../../words/es-CL/chat.ts'
import type { Matter } from '../matter-for.ts'
import type { QueuePage } from '../queue/place.ts'
import { newestFirst, type PageWanted } from './newest-first.ts'

/** Something that happened in a matter. */
export type Happening = {
  id: string
  at: Date
  kind: string
  actor: string | null
  subjectId: string | null
  /** What the request or item it is about is called. */
  subject: string | null
  facts: Record<string, unknown>
}

/** What there are words for; the rest of the audit trail is no part of the history. */
const told = Object.keys(chat.events)

/** A page of all that happened in a matter, the newest first, back to the day it was added. */
export async function historyOf(
  tx: Query,
  { id, firmId }: Matter,
  wanted: PageWanted,
): Promise<QueuePage<Happening>> {
  return newestFirst(wanted, [events.at, events.id], async ({ where, order, most }) => {
    const rows = await tx
      .select({ event: events, member: members.name, client: clients.name })
      .from(events)
      .leftJoin(members, and(eq(members.id, events.actorId), eq(members.firmId, firmId)))
      .leftJoin(clients, and(eq(clients.id, events.actorId), eq(clients.firmId, firmId)))
      .where(and(eq(events.matterId, id), eq(events.firmId, firmId), inArray(events.kind, told), where))
      .orderBy(...order)
      .limit(most)
    const titles = await titlesOf(
      tx,
      firmId,
      rows.flatMap(({ event }) => event.subjectId ?? []),
    )
    return rows.map(({ event, member, client }) => ({
      id: event.id,
      at: event.at,
      kind: event.kind,
      actor: member ?? client,
      subjectId: event.subjectId,
      subject: titles.get(event.subjectId ?? '') ?? null,
      facts: event.facts,
    }))
  })
}

/** What living requests, and items of them, are called. */
async function titlesOf(tx: Query, firmId: string, subjectIds: string[]): Promise<Map<string, string>> {
  if (subjectIds.length === 0) return new Map()
  const asked = await tx
    .select({ id: requests.id, title: requests.title })
    .from(requests)
    .where(and(inArray(requests.id, subjectIds), eq(requests.firmId, firmId), isNull(requests.deletedAt)))
  const items = await tx
    .select({ id: requestItems.id, title: requestItems.title })
    .from(requestItems)
    .innerJoin(requests, and(eq(requests.id, requestItems.requestId), isNull(requests.deletedAt)))
    .where(
      and(
        inArray(requestItems.id, subjectIds),
        eq(requestItems.firmId, firmId),
        isNull(requestItems.removedAt),
      ),
    )
  return new Map([...asked, ...items].map(({ id, title }) => [id, title]))
}
