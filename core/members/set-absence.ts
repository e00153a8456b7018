import { eq } from 'drizzle-orm'
import { members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { DueInThePast, NotAllowed, NotAValue } from '../errors.ts'
import { requireDay } from '../field.ts'
import { firmOf } from '../firms/firm.ts'
import { firstTime } from '../first-time.ts'
import type { Office } from '../office.ts'
import { dayOf } from '../words/format.ts'
import type { MemberActor } from './actor.ts'
import { letStandIn } from './let-stand-in.ts'
import { memberActing } from './member-acting.ts'
import { memberOf } from './member.ts'

/** From one day to another, both included; `until` null: for the time being. `delegateId` null: nobody. */
export type Absence = { delegateId: string | null; from: string; until: string | null }

export type SetAbsence = {
  by: MemberActor
  /** Who is away; an admin may say it for somebody else. */
  memberId: string
  /** Null: nobody is away. */
  absence: Absence | null
  interaction?: string
}

/**
 * From the one day to the other, as the firm's days go, what reaches the member in chat reaches their delegate too, who sees what is
 * private to them; then everything is as before.
 * Throws NotAllowed, NotADay, NotAValue (`until` before `from`, oneself as delegate), DueInThePast, and NotFound for a
 * delegate who is no member.
 */
export async function setAbsence(office: Office, wish: SetAbsence): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await memberActing(tx, wish.by)
    if (by.memberId !== wish.memberId && by.role !== 'admin') throw new NotAllowed()
    const away = await memberOf(tx, by.firmId, wish.memberId)
    const { timeZone } = await firmOf(tx, by.firmId)
    const absence = wish.absence && checkAbsence(wish.absence, dayOf(office.clock(), timeZone))
    if (absence?.delegateId === away.id) throw new NotAValue('delegate', away.name)
    const delegate = absence?.delegateId ? await memberOf(tx, by.firmId, absence.delegateId) : null
    await tx
      .update(members)
      .set({
        delegateId: delegate?.id ?? null,
        absentFrom: absence?.from ?? null,
        absentUntil: absence?.until ?? null,
      })
      .where(eq(members.id, away.id))
    await letStandIn(tx, by.firmId, dayOf(office.clock(), timeZone))
    const facts = { delegateId: delegate?.id ?? null, from: absence?.from, until: absence?.until }
    await announce(office, tx, { kind: 'absenceSet', by, subjectId: away.id, facts })
  })
}

function checkAbsence({ delegateId, from, until }: Absence, today: string): Absence {
  requireDay(from)
  if (until === null) return { delegateId, from, until }
  requireDay(until)
  if (until < today) throw new DueInThePast(today)
  if (until < from) throw new NotAValue('until', until)
  return { delegateId, from, until }
}
