import { inArray, lt } from 'drizzle-orm'
import { uploadParts, uploads } from '#db/schema/uploads.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'

/** Uploads announced before then are gone with their pieces, handed in or not. Returns how many. */
export async function forgetUploads(office: Office, before: Date): Promise<number> {
  const { ids, pieces } = await write(office.db, async (tx) => {
    const old = await tx
      .select({ id: uploads.id })
      .from(uploads)
      .where(lt(uploads.createdAt, before))
      .limit(500)
    const ids = old.map((upload) => upload.id)
    if (ids.length === 0) return { ids, pieces: [] }
    const pieces = await tx
      .delete(uploadParts)
      .where(inArray(uploadParts.uploadId, ids))
      .returning({ storedAs: uploadParts.storedAs })
    await tx.delete(uploads).where(inArray(uploads.id, ids))
    return { ids, pieces }
  })
  for (const { storedAs } of pieces) await office.files.remove(storedAs)
  return ids.length
}
