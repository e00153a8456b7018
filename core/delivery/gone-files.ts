import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { events } from '#db/schema/delivery.ts'
import { members } from '#db/schema/firms.ts'
import type { GoneFile } from './chat-note.ts'

/** What was moved away from these stories (arrivals, mails) or purged in them, by whom, whereto or why. */
export async function goneFiles(tx: Query, storyIds: string[]): Promise<GoneFile[]> {
  if (storyIds.length === 0) return []
  const rows = await tx
    .select({ kind: events.kind, facts: events.facts, by: members.name })
    .from(events)
    .leftJoin(members, eq(members.id, events.actorId))
    .where(and(inArray(events.subjectId, storyIds), inArray(events.kind, ['fileMoved', 'filePurged'])))
    .orderBy(asc(events.at), asc(events.id))
  return rows.map(({ kind, facts: { name, to, reason }, by }) => ({
    became: kind === 'fileMoved' ? 'moved' : 'purged',
    name: textOf(name),
    by: by ?? '',
    why: kind === 'fileMoved' ? textOf(to) : textOf(reason),
  }))
}

function textOf(fact: unknown): string {
  return typeof fact === 'string' ? fact : ''
}
