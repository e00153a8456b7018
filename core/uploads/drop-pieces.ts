import { inArray } from 'drizzle-orm'
import { uploadParts } from '#db/schema/uploads.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'

/** The pieces of the uploads are gone, rows first: bytes that a killed process leaves behind are tidied away. */
export async function dropPieces(office: Office, given: { id: string }[]): Promise<void> {
  if (given.length === 0) return
  const ids = given.map((upload) => upload.id)
  const gone = await write(office.db, (tx) =>
    tx
      .delete(uploadParts)
      .where(inArray(uploadParts.uploadId, ids))
      .returning({ storedAs: uploadParts.storedAs }),
  )
  for (const { storedAs } of gone) await office.files.remove(storedAs)
}
