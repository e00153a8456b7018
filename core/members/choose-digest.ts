import { eq } from 'drizzle-orm'
import { members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { firstTime } from '../first-time.ts'
import type { Office } from '../office.ts'
import type { MemberActor } from './actor.ts'
import { memberActing } from './member-acting.ts'

/** The member gets the digest of what is pending each business day, or does not. */
export async function chooseDigest(
  office: Office,
  wish: { by: MemberActor; wanted: boolean; interaction?: string },
): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await memberActing(tx, wish.by)
    const digestOffAt = wish.wanted ? null : office.clock()
    await tx.update(members).set({ digestOffAt }).where(eq(members.id, by.memberId))
    const facts = { wanted: wish.wanted }
    await announce(office, tx, { kind: 'digestChosen', by, subjectId: by.memberId, facts })
  })
}
