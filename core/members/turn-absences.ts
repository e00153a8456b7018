import { and, eq, isNotNull, lt, or } from 'drizzle-orm'
import { firms, members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'
import { dayOf } from '../words/format.ts'
import { letStandIn } from './let-stand-in.ts'

/**
 * On the first day of an absence, as the firm's days go, the delegate sees what is private to whoever is away; after the last one
 * nobody does, and there is no delegate any more. Safe to run at any time. Returns of how many members that changed.
 */
export async function turnAbsences(office: Office): Promise<number> {
  const away = await office.db.read
    .selectDistinct({ id: firms.id, timeZone: firms.timeZone })
    .from(firms)
    .innerJoin(members, eq(members.firmId, firms.id))
    .where(or(isNotNull(members.delegateId), isNotNull(members.standInId), isNotNull(members.absentUntil)))
  let turned = 0
  for (const { id, timeZone } of away) {
    const today = dayOf(office.clock(), timeZone)
    const isBack = and(eq(members.firmId, id), lt(members.absentUntil, today))
    const here = { delegateId: null, absentFrom: null, absentUntil: null }
    turned += await write(office.db, async (tx) => {
      const changed = await letStandIn(tx, id, today)
      await tx.update(members).set(here).where(isBack)
      return changed
    })
  }
  return turned
}
