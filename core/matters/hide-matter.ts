import { eq } from 'drizzle-orm'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { cancelUnsentOfMatter } from '../delivery/cancel-unsent.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { matterFor } from './matter-for.ts'

export type ChangeMatter = { by: MemberActor | SystemActor; matterId: string; interaction?: string }

/** No client sees the matter, or anything of it, any more; what was to be told of it and has not left is not sent. */
export async function hideMatter(office: Office, wish: ChangeMatter): Promise<void> {
  await write(office.db, async (tx) => {
    const matter = await matterFor(tx, wish.by, wish.matterId)
    if (matter.hiddenAt || !(await firstTime(office, tx, matter.firmId, wish.interaction))) return
    const hiddenBy = wish.by.kind === 'member' ? wish.by.memberId : null
    await tx.update(matters).set({ hiddenAt: office.clock(), hiddenBy }).where(eq(matters.id, matter.id))
    await cancelUnsentOfMatter(tx, matter.id, 'matter hidden')
    await announce(office, tx, {
      kind: 'matterHidden',
      by: wish.by,
      matterId: matter.id,
      subjectId: matter.id,
    })
  })
}
