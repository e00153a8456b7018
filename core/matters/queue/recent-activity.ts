import { and, desc, eq, inArray } from 'drizzle-orm'
import { clients } from '#db/schema/clients.ts'
import { events } from '#db/schema/delivery.ts'
import { members } from '#db/schema/firms.ts'
import { matters } from '#db/schema/matters.ts'
import type { MatterInNote } from '../../delivery/chat-note.ts'
import type { EventKind } from '../../event-kinds.ts'
import { matterInNote } from '../who-is-told.ts'
import { inScope, type Scope } from './scope.ts'

export type Activity = { at: Date; kind: string; actor: string | null; matter: MatterInNote }

const told: EventKind[] = [
  'matterAdded',
  'matterHidden',
  'matterShown',
  'matterClosed',
  'matterReopened',
  'newsPublished',
  'newsEdited',
  'newsDeleted',
  'documentsRequested',
  'requestEdited',
  'requestCancelled',
  'requestDeleted',
  'requestFulfilled',
  'answerReceived',
  'answerApproved',
  'answerRejected',
  'itemWaived',
  'messageReceived',
  'messageAnswered',
  'entryAdded',
]

/** How far back is looked for what concerns the member: a busy firm has much that does not. */
const lookedThrough = 400

/** What happened last in the member's matters, the newest first. */
export async function recentActivity(scope: Scope, most: number): Promise<Activity[]> {
  const { tx, by } = scope
  const newest = tx
    .select({ id: events.id })
    .from(events)
    .where(eq(events.firmId, by.firmId))
    .orderBy(desc(events.at), desc(events.id))
    .limit(lookedThrough)
  const rows = await tx
    .select({ event: events, member: members.name, client: clients.name, matter: matters })
    .from(events)
    .innerJoin(matters, eq(matters.id, events.matterId))
    .leftJoin(members, eq(members.id, events.actorId))
    .leftJoin(clients, eq(clients.id, events.actorId))
    .where(and(inArray(events.id, newest), inArray(events.kind, told), inScope(scope)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(most)
  return rows.map(({ event, member, client, matter }) => ({
    at: event.at,
    kind: event.kind,
    actor: member ?? client,
    matter: matterInNote(matter),
  }))
}
