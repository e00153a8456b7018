import { eq } from 'drizzle-orm'
import { audiences } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { MatterHidden, RequestOver } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { itemsOf } from '../requests/items-of.ts'
import { requestFor } from '../requests/request-for.ts'
import { isLive, isWanted } from '../requests/request.ts'
import { tellReminder } from './remind-due.ts'

export type RemindNow = { by: MemberActor; requestId: string; interaction?: string }

/**
 * The clients of the request are reminded of it at once, whatever was planned. Returns how many clients were.
 * Throws RequestOver when nothing is wanted any more or nobody was ever asked, MatterHidden.
 */
export async function remindNow(office: Office, wish: RemindNow): Promise<{ told: number }> {
  const done = await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return { told: 0 }
    const { request, matter } = await requestFor(tx, wish.by, wish.requestId)
    if (!isLive(request) || !request.announcedAt || !(await itemsOf(tx, request.id)).some(isWanted))
      throw new RequestOver()
    if (matter.hiddenAt) throw new MatterHidden()
    const audience = await tx
      .select({ clientId: audiences.clientId })
      .from(audiences)
      .where(eq(audiences.subjectId, request.id))
    let told = 0
    for (const { clientId } of audience) {
      if (await tellReminder(office, tx, wish.by, clientId, [request])) told += 1
    }
    return { told }
  })
  office.wake('outbox')
  return done
}
