import { and, eq, inArray } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { uploads } from '#db/schema/uploads.ts'
import { FileTooLarge, NothingHandedIn } from '../errors.ts'
import type { Office } from '../office.ts'
import { partsOf, sizeOf, type UploadPart } from './upload-for.ts'

/** A file whose pieces are all there, read one after the other as it is read. */
export type FinishedUpload = { id: string; name: string; type: string; bytes: AsyncIterable<Uint8Array> }

/**
 * What a sender has uploaded for an item, in the order asked; what was handed in before is left out.
 * Throws NothingHandedIn where one is another's, is gone, or has not come whole; FileTooLarge when they are too much together.
 */
export async function finishedUploads(
  office: Office,
  tx: Query,
  about: { sender: string; itemId: string },
  ids: string[],
): Promise<FinishedUpload[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select()
    .from(uploads)
    .where(and(inArray(uploads.id, ids), eq(uploads.sender, about.sender), eq(uploads.itemId, about.itemId)))
  const most = office.config.maxMessageBytes
  if (sizeOf(rows) > most) throw new FileTooLarge('', most)
  const finished: FinishedUpload[] = []
  for (const id of new Set(ids)) {
    const upload = rows.find((row) => row.id === id)
    if (!upload) throw new NothingHandedIn()
    if (upload.usedAt) continue
    const parts = await partsOf(tx, id)
    if (sizeOf(parts) !== upload.size) throw new NothingHandedIn()
    finished.push({ id, name: upload.name, type: upload.type, bytes: joined(office, parts) })
  }
  return finished
}

async function* joined(office: Office, parts: UploadPart[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    for await (const chunk of office.files.read(part.storedAs)) yield chunk as Uint8Array
  }
}
