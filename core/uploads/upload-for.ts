import { asc, eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { uploadParts, uploads } from '#db/schema/uploads.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { askedItem, type Uploader } from '../replies/handing-in/asked-item.ts'

export type Upload = typeof uploads.$inferSelect
export type UploadPart = typeof uploadParts.$inferSelect

/**
 * The upload of this sender, with how many of its bytes are there; the item may still be answered by them.
 * Throws NotFound for another's, for one that was handed in and for one that is gone, ItemClosed.
 */
export async function uploadFor(
  office: Office,
  tx: Query,
  by: Uploader,
  uploadId: string,
): Promise<{ upload: Upload; offset: number; pieces: number }> {
  const [upload] = await tx.select().from(uploads).where(eq(uploads.id, uploadId))
  if (!upload || upload.usedAt) throw new NotFound()
  const { sender } = await askedItem(office, tx, by, upload.itemId)
  if (sender !== upload.sender) throw new NotFound()
  const parts = await partsOf(tx, upload.id)
  return { upload, offset: sizeOf(parts), pieces: parts.length }
}

/** The pieces of an upload, in their order. */
export async function partsOf(tx: Query, uploadId: string): Promise<UploadPart[]> {
  return tx
    .select()
    .from(uploadParts)
    .where(eq(uploadParts.uploadId, uploadId))
    .orderBy(asc(uploadParts.offset))
}

/** How many bytes they are together. */
export function sizeOf(parts: { size: number }[]): number {
  return parts.reduce((sum, part) => sum + part.size, 0)
}
