import { TooManyFiles } from '../errors.ts'
import type { Office } from '../office.ts'
import { storeFile, type StoredUpload } from './store-file.ts'

/** A file on its way in; its bytes are read once. */
export type UploadedFile = { name: string; type: string; bytes: AsyncIterable<Uint8Array> }

type Incoming = AsyncIterable<UploadedFile> | Iterable<UploadedFile>

/** At most so many are handed in at once. */
export const mostFiles = 20

/** Streams every file into the store, one after the other, or none. Throws FileEmpty, FileTooLarge, TooManyFiles. */
export async function storeAll(office: Office, ...incoming: Incoming[]): Promise<StoredUpload[]> {
  const stored: StoredUpload[] = []
  try {
    for (const files of incoming) {
      for await (const file of files) {
        if (stored.length === mostFiles) throw new TooManyFiles(mostFiles)
        stored.push(await storeFile(office, file))
      }
    }
    return stored
  } catch (error) {
    await dropAll(office, stored)
    throw error
  }
}

/** What was stored and is not wanted after all is gone again. */
export async function dropAll(office: Office, stored: StoredUpload[]): Promise<void> {
  for (const file of stored) await office.files.remove(file.storedAs)
}
