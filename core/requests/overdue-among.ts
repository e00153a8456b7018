import { eq, inArray } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { audiences } from '#db/schema/communication.ts'
import { isOverdue } from '../reminders/calendar/past-day.ts'

/** Ids of the requests whose day has ended for every client who is asked, where each lives. */
export async function overdueAmong(
  tx: Query,
  asked: { requestId: string; dueOn: string | null }[],
  now: Date,
  firmZone: string,
): Promise<Set<string>> {
  const dated = new Map(asked.flatMap(({ requestId, dueOn }) => (dueOn === null ? [] : [[requestId, dueOn]])))
  if (dated.size === 0) return new Set()
  const over = new Set(dated.keys())
  const zones = await tx
    .select({ requestId: audiences.subjectId, timeZone: clients.timeZone })
    .from(audiences)
    .innerJoin(clients, eq(clients.id, audiences.clientId))
    .where(inArray(audiences.subjectId, [...dated.keys()]))
  for (const { requestId, timeZone } of zones) {
    if (!isOverdue(dated.get(requestId) ?? '', now, timeZone ?? firmZone)) over.delete(requestId)
  }
  return over
}
