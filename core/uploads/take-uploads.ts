import { and, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { uploads } from '#db/schema/uploads.ts'
import type { Office } from '../office.ts'

/** The uploads are handed in, unless one of them has been already: then false, and nothing is. */
export async function takeUploads(office: Office, tx: Tx, given: { id: string }[]): Promise<boolean> {
  const ids = given.map((upload) => upload.id)
  if (ids.length === 0) return true
  const fresh = await tx
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(inArray(uploads.id, ids), isNull(uploads.usedAt)))
  if (fresh.length < ids.length) return false
  await tx.update(uploads).set({ usedAt: office.clock() }).where(inArray(uploads.id, ids))
  return true
}
