import { and, eq } from 'drizzle-orm'
import { corrections } from '#db/schema/clients.ts'
import { members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { toldAgain } from '../delivery/told-again.ts'
import { requireInReach } from './clients-in-reach.ts'
import { AlreadyDecided, NotFound } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'

export type SettleCorrection = { by: MemberActor; correctionId: string; interaction?: string }

/**
 * What a client asked to be corrected is done, which they see beside their contact sheet; every message about it says who
 * did it. Throws NotFound, and AlreadyDecided when it was done before.
 */
export async function settleCorrection(office: Office, wish: SettleCorrection): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await memberActing(tx, wish.by)
    const [found] = await tx
      .select({ correction: corrections, settler: members.name })
      .from(corrections)
      .leftJoin(members, eq(members.id, corrections.settledBy))
      .where(and(eq(corrections.id, wish.correctionId), eq(corrections.firmId, by.firmId)))
    if (!found) throw new NotFound()
    const { correction, settler } = found
    await requireInReach(tx, by, correction.clientId)
    if (correction.settledAt) throw new AlreadyDecided(settler ?? '', 'settled')
    await tx
      .update(corrections)
      .set({ settledAt: office.clock(), settledBy: by.memberId })
      .where(eq(corrections.id, correction.id))
    await announce(office, tx, {
      kind: 'correctionSettled',
      by,
      clientId: correction.clientId,
      subjectId: correction.id,
      tell: await toldAgain(tx, by.firmId, correction.id, 'correctionAsked'),
    })
  })
  office.wake('outbox')
}
