import { installLinks } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { newId } from '../ids.ts'
import type { SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { firmOf } from './firm.ts'
import { installUrl } from './install-link.ts'

const goodFor = 7 * 24 * 3_600_000

/** An address with which somebody lets the app into one workspace of the firm, within seven days and once. */
export async function makeInstallLink(
  office: Office,
  wish: { by: SystemActor },
): Promise<{ url: string; expiresAt: string }> {
  const now = office.clock()
  const id = newId(now)
  const expiresAt = new Date(now.getTime() + goodFor)
  await write(office.db, async (tx) => {
    await firmOf(tx, wish.by.firmId)
    await tx.insert(installLinks).values({ id, firmId: wish.by.firmId, createdAt: now, expiresAt })
    await announce(office, tx, { kind: 'installLinkMade', by: wish.by, subjectId: id })
  })
  return { url: installUrl(office, id), expiresAt: expiresAt.toISOString() }
}
