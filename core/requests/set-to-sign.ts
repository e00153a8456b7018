import { eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requestItems } from '#db/schema/communication.ts'
import { files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { ItemClosed, NothingHandedIn } from '../errors.ts'
import { dropAll, storeAll, type UploadedFile } from '../files/store-all.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { refuseInfected } from '../virus/refuse-infected.ts'
import { itemFor } from './request-for.ts'
import { isSettled } from './request.ts'

export type SetToSign = {
  by: MemberActor
  itemId: string
  /** The first counts. */
  files: AsyncIterable<UploadedFile> | Iterable<UploadedFile>
  interaction?: string
}

/**
 * What is to be signed stands with its item, for the clients who are asked to sign it; it takes the place of an earlier one.
 * Throws NotFound, ItemClosed for what is settled or nothing to sign, NothingHandedIn, FileEmpty, FileTooLarge, FileInfected.
 */
export async function setToSign(office: Office, wish: SetToSign): Promise<{ itemTitle: string }> {
  await signable(office.db.read, wish)
  const [file, ...others] = await storeAll(office, wish.files)
  await dropAll(office, others)
  if (!file) throw new NothingHandedIn()
  await refuseInfected(office, [file])
  let kept = false
  try {
    return await write(office.db, async (tx) => {
      kept = await firstTime(office, tx, wish.by.firmId, wish.interaction)
      const { item, request } = await signable(tx, wish)
      if (!kept) return { itemTitle: item.title }
      const now = office.clock()
      const settled = { settledAt: now, settledBy: wish.by.memberId, createdAt: now }
      await tx
        .insert(files)
        .values({ ...file, firmId: request.firmId, matterId: request.matterId, ...settled })
      await tx.update(requestItems).set({ toSignId: file.id }).where(eq(requestItems.id, item.id))
      await announce(office, tx, {
        kind: 'toSignAttached',
        by: wish.by,
        matterId: request.matterId,
        subjectId: item.id,
        facts: { requestId: request.id, fileId: file.id },
      })
      return { itemTitle: item.title }
    })
  } catch (error) {
    kept = false
    throw error
  } finally {
    if (!kept) await dropAll(office, [file])
  }
}

async function signable(tx: Query, { by, itemId }: SetToSign) {
  const found = await itemFor(tx, by, itemId)
  if (found.item.kind !== 'sign' || isSettled(found.item) || found.request.status === 'cancelled')
    throw new ItemClosed()
  return found
}
