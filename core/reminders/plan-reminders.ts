import { and, eq, gt, isNotNull, ne } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { requests } from '#db/schema/communication.ts'
import { reminders } from '#db/schema/replies.ts'
import type { ToldClient } from '../clients/recipients.ts'
import { firmOf, type Firm } from '../firms/firm.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import type { Request } from '../requests/request.ts'
import { nextReminderAt } from './calendar/next-reminder-at.ts'
import { instantAt } from './calendar/zoned-time.ts'
import { usualPolicy } from './policy.ts'

export type Reminder = typeof reminders.$inferSelect

/** Each client of the audience will be reminded of the request in due course, not before `from`; planned anew where it was before. */
export async function planReminders(
  office: Office,
  tx: Tx,
  firm: Firm,
  request: { requestId: string; dueOn: string | null },
  audience: Pick<ToldClient, 'clientId'>[],
  from?: Date,
): Promise<void> {
  for (const { clientId } of audience) {
    const fresh = {
      id: newId(office.clock()),
      firmId: firm.id,
      requestId: request.requestId,
      clientId,
      sentCount: 0,
    }
    await tx.insert(reminders).values(fresh).onConflictDoNothing()
    await planNext(office, tx, firm, request.requestId, clientId, from)
  }
}

/** The client of a request is reminded again, for something is wanted that was not before: the count begins anew. */
export async function planAgain(office: Office, tx: Tx, request: Request, clientId: string): Promise<void> {
  await tx
    .update(reminders)
    .set({ sentCount: 0 })
    .where(and(eq(reminders.requestId, request.id), eq(reminders.clientId, clientId)))
  await planNext(office, tx, await firmOf(tx, request.firmId), request.id, clientId)
}

/** Works out when the next reminder of this request to this client leaves, not before `from`, and keeps it. Null: none any more. */
export async function planNext(
  office: Office,
  tx: Tx,
  firm: Firm,
  requestId: string,
  clientId: string,
  from = office.clock(),
): Promise<Date | null> {
  const [planned] = await tx
    .select({
      reminder: reminders,
      request: requests,
      timeZone: clients.timeZone,
      stoppedAt: clients.remindersStoppedAt,
    })
    .from(reminders)
    .innerJoin(requests, eq(requests.id, reminders.requestId))
    .innerJoin(clients, eq(clients.id, reminders.clientId))
    .where(and(eq(reminders.requestId, requestId), eq(reminders.clientId, clientId)))
  if (!planned) return null
  const { reminder, request } = planned
  const timeZone = planned.timeZone ?? firm.timeZone
  const nextAt =
    reminder.stoppedAt || planned.stoppedAt
      ? null
      : nextReminderAt({
          now: afterSnooze(from, reminder.snoozedUntil, timeZone),
          askedAt: request.createdAt,
          dueOn: request.dueOn,
          sentCount: reminder.sentCount,
          lastSentAt: reminder.lastSentAt,
          otherSentAt: await lately(tx, reminder, office.clock()),
          timeZone,
          country: firm.country,
          region: firm.region,
          closingDays: firm.closingDays,
          urgent: request.urgentAt !== null,
          policy: firm.reminderPolicy ?? usualPolicy,
        })
  await tx.update(reminders).set({ nextAt }).where(eq(reminders.id, reminder.id))
  return nextAt
}

/** What is planned for the client is planned anew, by the zone and hours that hold now; what has ended stays so. */
export async function planAllOf(office: Office, tx: Tx, firmId: string, clientId: string): Promise<void> {
  const firm = await firmOf(tx, firmId)
  const planned = await tx
    .select({ requestId: reminders.requestId })
    .from(reminders)
    .where(and(eq(reminders.clientId, clientId), isNotNull(reminders.nextAt)))
  for (const { requestId } of planned) await planNext(office, tx, firm, requestId, clientId)
}

function afterSnooze(now: Date, snoozedUntil: string | null, timeZone: string): Date {
  if (snoozedUntil === null) return now
  return new Date(Math.max(now.getTime(), instantAt(snoozedUntil, 0, timeZone).getTime()))
}

// Reminders of other requests count, too: it is the same person who reads them.
async function lately(tx: Query, reminder: Reminder, now: Date): Promise<Date[]> {
  const since = new Date(now.getTime() - 7 * 24 * 3_600_000)
  const others = await tx
    .select({ last: reminders.lastSentAt, previous: reminders.previousSentAt })
    .from(reminders)
    .where(
      and(
        eq(reminders.clientId, reminder.clientId),
        gt(reminders.lastSentAt, since),
        ne(reminders.id, reminder.id),
      ),
    )
  const moments = [reminder.previousSentAt, ...others.flatMap((other) => [other.last, other.previous])]
  const distinct = new Map(
    moments.filter((at) => at !== null && at > since).map((at) => [Number(at), at as Date]),
  )
  distinct.delete(Number(reminder.lastSentAt))
  return [...distinct.values()]
}
