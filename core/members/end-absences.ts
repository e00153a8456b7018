import { and, eq, lt } from 'drizzle-orm'
import { firms, members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'
import { dayOf } from '../words/format.ts'

/** Whoever is back has no delegate any more: nobody sees their private matters in their stead. Safe to run at any time. */
export async function endAbsences(office: Office): Promise<void> {
  const firmsByZone = await office.db.read.select({ id: firms.id, timeZone: firms.timeZone }).from(firms)
  for (const { id, timeZone } of firmsByZone) {
    const isBack = and(eq(members.firmId, id), lt(members.absentUntil, dayOf(office.clock(), timeZone)))
    const [anybody] = await office.db.read.select({ id: members.id }).from(members).where(isBack).limit(1)
    if (!anybody) continue
    const here = { delegateId: null, absentFrom: null, absentUntil: null }
    await write(office.db, (tx) => tx.update(members).set(here).where(isBack))
  }
}
