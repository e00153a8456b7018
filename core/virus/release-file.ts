import { and, eq, isNull } from 'drizzle-orm'
import { files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { FileInfected, NotAllowed, NotFound } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import { matterFor } from '../matters/matter-for.ts'
import type { MemberActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { liftHold } from './lift-hold.ts'

export type ReleaseFile = { by: MemberActor; fileId: string; interaction?: string }

/**
 * A file that no scanner has looked at can be opened all the same: the member answers for it, and that stands in the record.
 * Never one in which something was found. Throws NotFound, FileInfected, NotAllowed for a file of no matter by anybody but an
 * administrator.
 */
export async function releaseFile(office: Office, wish: ReleaseFile): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await memberActing(tx, wish.by)
    const [file] = await tx
      .select()
      .from(files)
      .where(and(eq(files.id, wish.fileId), eq(files.firmId, by.firmId), isNull(files.purgedAt)))
    if (!file) throw new NotFound()
    if (file.matterId) await matterFor(tx, by, file.matterId)
    else if (by.role !== 'admin') throw new NotAllowed()
    if (file.heldBecause === 'infected') throw new FileInfected(file.name)
    if (file.heldBecause === null) return
    await tx
      .update(files)
      .set({ heldBecause: null, releasedAt: office.clock(), releasedBy: by.memberId })
      .where(eq(files.id, file.id))
    await liftHold(office, tx, { file, by, kind: 'fileReleased' })
  })
  office.wake('outbox')
}
