import { eq } from 'drizzle-orm'
import { reminders } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { DueInThePast } from '../errors.ts'
import { requireDay } from '../field.ts'
import { firmOf } from '../firms/firm.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { requestFor } from '../requests/request-for.ts'
import { dayOf } from '../words/format.ts'
import { planNext } from './plan-reminders.ts'

export type SnoozeReminders = {
  by: MemberActor
  requestId: string
  /** First day on which a reminder may leave again. */
  until: string
  interaction?: string
}

/** Nobody is reminded of the request before that day. Throws NotADay, and DueInThePast for a day that is over. */
export async function snoozeReminders(office: Office, wish: SnoozeReminders): Promise<void> {
  const until = requireDay(wish.until)
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const { request } = await requestFor(tx, wish.by, wish.requestId)
    const firm = await firmOf(tx, request.firmId)
    const today = dayOf(office.clock(), firm.timeZone)
    if (until < today) throw new DueInThePast(today)
    const planned = await tx
      .update(reminders)
      .set({ snoozedUntil: until })
      .where(eq(reminders.requestId, request.id))
      .returning({ clientId: reminders.clientId })
    for (const { clientId } of planned) await planNext(office, tx, firm, request.id, clientId)
    const facts = { until }
    await announce(office, tx, {
      kind: 'remindersSnoozed',
      by: wish.by,
      matterId: request.matterId,
      subjectId: request.id,
      facts,
    })
  })
}
