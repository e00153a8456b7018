import { eq } from 'drizzle-orm'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { firstTime } from '../first-time.ts'
import type { Office } from '../office.ts'
import type { ChangeMatter } from './hide-matter.ts'
import { matterFor } from './matter-for.ts'

/** The matter takes news and requests again; requests that closing it cancelled stay cancelled. */
export async function reopenMatter(office: Office, wish: ChangeMatter): Promise<void> {
  await write(office.db, async (tx) => {
    const matter = await matterFor(tx, wish.by, wish.matterId)
    if (!matter.closedAt || !(await firstTime(office, tx, matter.firmId, wish.interaction))) return
    await tx.update(matters).set({ closedAt: null, closedBy: null }).where(eq(matters.id, matter.id))
    await announce(office, tx, {
      kind: 'matterReopened',
      by: wish.by,
      matterId: matter.id,
      subjectId: matter.id,
    })
  })
}
