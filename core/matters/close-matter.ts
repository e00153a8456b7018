import { eq } from 'drizzle-orm'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { firstTime } from '../first-time.ts'
import type { Office } from '../office.ts'
import { cancelOpenRequests } from '../requests/cancel-request.ts'
import type { ChangeMatter } from './hide-matter.ts'
import { matterFor } from './matter-for.ts'

/** The matter is readable and takes nothing new; its open requests are cancelled, with notice if `tell`. */
export async function closeMatter(office: Office, wish: ChangeMatter & { tell?: boolean }): Promise<void> {
  await write(office.db, async (tx) => {
    const matter = await matterFor(tx, wish.by, wish.matterId)
    if (matter.closedAt || !(await firstTime(office, tx, matter.firmId, wish.interaction))) return
    const closedBy = wish.by.kind === 'member' ? wish.by.memberId : null
    await tx.update(matters).set({ closedAt: office.clock(), closedBy }).where(eq(matters.id, matter.id))
    await cancelOpenRequests(office, tx, wish.by, matter, wish.tell ?? false)
    await announce(office, tx, {
      kind: 'matterClosed',
      by: wish.by,
      matterId: matter.id,
      subjectId: matter.id,
    })
  })
  office.wake('outbox')
}
