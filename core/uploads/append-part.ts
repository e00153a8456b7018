import { TooLarge } from '#db/files.ts'
import { uploadParts } from '#db/schema/uploads.ts'
import { write } from '#db/write.ts'
import { FileTooLarge, TooManyAttempts } from '../errors.ts'
import { newShortId } from '../ids.ts'
import type { Office } from '../office.ts'
import type { Uploader } from '../replies/handing-in/asked-item.ts'
import { uploadFor } from './upload-for.ts'

export type AppendPart = {
  by: Uploader
  uploadId: string
  /** Where in the file it begins, in bytes. */
  offset: number
  bytes: AsyncIterable<Uint8Array>
}

/** Of one piece. */
const mostBytes = 4 * 1024 * 1024
/** Pieces are few or they are large: nobody fills the store with crumbs. */
const mostPieces = (size: number) => 64 + Math.ceil(size / (64 * 1024))

/**
 * The piece is part of the upload if it begins where the upload ended (`taken`); `offset` says where that is now. A
 * piece that breaks off, is too large, or goes past what was announced is not kept.
 * Throws NotFound, ItemClosed, FileTooLarge, TooManyAttempts for one in too many pieces, and whatever `bytes` throws.
 */
export async function appendPart(
  office: Office,
  { by, uploadId, offset, bytes }: AppendPart,
): Promise<{ taken: boolean; offset: number }> {
  const before = await uploadFor(office, office.db.read, by, uploadId)
  if (before.offset !== offset) return { taken: false, offset: before.offset }
  const { name, size: announced } = before.upload
  if (before.pieces >= mostPieces(announced)) throw new TooManyAttempts(24 * 60)
  // No two pieces share a key: of two that are sent at once for one place, the loser must not undo the other.
  const storedAs = `uploads/${uploadId.slice(-2)}/${uploadId}.${newShortId()}`
  const { size } = await office.files
    .put(storedAs, bytes, Math.min(mostBytes, announced - offset))
    .catch((error: unknown) => {
      throw error instanceof TooLarge ? new FileTooLarge(name, office.config.maxMessageBytes) : error
    })
  let taken = false
  try {
    return await write(office.db, async (tx) => {
      const now = await uploadFor(office, tx, by, uploadId)
      taken = now.offset === offset && size > 0
      if (taken) await tx.insert(uploadParts).values({ uploadId, offset, size, storedAs })
      return { taken, offset: taken ? offset + size : now.offset }
    })
  } catch (error) {
    taken = false
    throw error
  } finally {
    if (!taken) await office.files.remove(storedAs)
  }
}
