import type { Office } from '../office.ts'
import type { Uploader } from '../replies/handing-in/asked-item.ts'
import { uploadFor } from './upload-for.ts'

/** How many of its bytes have come, for its sender to go on from there. Throws NotFound, ItemClosed. */
export async function uploadState(
  office: Office,
  wish: { by: Uploader; uploadId: string },
): Promise<{ offset: number; size: number }> {
  const { upload, offset } = await uploadFor(office, office.db.read, wish.by, wish.uploadId)
  return { offset, size: upload.size }
}
