import { TooLarge } from '#db/files.ts'
import { FileEmpty, FileTooLarge } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import { attachmentFlag } from './attachment-flag.ts'
import { attachmentName } from './attachment-name.ts'
import { scanStored, type ScanFacts } from '../virus/scan-stored.ts'
import { attachmentType } from './attachment-type.ts'

/** A file in the store, as the row that is still to be written in a transaction. */
export type StoredUpload = {
  id: string
  name: string
  type: string
  size: number
  sha256: string
  storedAs: string
  flag: string | null
} & ScanFacts

/**
 * Streams a file into the store under an id of ours; its name is made safe, its type told by its content, and it is scanned
 * for viruses where that is set up: what is infected is flagged, and for the caller to keep or refuse.
 * Throws FileEmpty, FileTooLarge. A file whose row is never written is tidied away.
 */
export async function storeFile(
  office: Office,
  file: { name: string; type: string; bytes: AsyncIterable<Uint8Array> },
): Promise<StoredUpload> {
  const id = newId(office.clock())
  const storedAs = `files/${id.slice(-2)}/${id}`
  const most = office.config.maxMessageBytes
  const { size, sha256, head } = await office.files
    .put(storedAs, file.bytes, most)
    .catch((error: unknown) => {
      throw error instanceof TooLarge ? new FileTooLarge(file.name.slice(0, 120), most) : error
    })
  const spooled = { path: office.files.pathOf(storedAs), size, head }
  const type = await attachmentType(spooled, file.type)
  const name = attachmentName(file.name, type, [])
  if (size === 0) {
    await office.files.remove(storedAs)
    throw new FileEmpty(name)
  }
  const flag = attachmentFlag(spooled, {
    name,
    type,
    declared: file.type,
    isWholeMail: false,
    mostBytes: most,
  })
  const scan = await scanStored(office, storedAs)
  const flagged = scan.heldBecause === 'infected' ? 'infected' : flag
  return { id, name, type, size, sha256, storedAs, flag: flagged, ...scan }
}
