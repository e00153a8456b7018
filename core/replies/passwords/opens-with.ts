import { inTurn } from '#db/in-turn.ts'
import type { files } from '#db/schema/replies.ts'
import { pdfOpensWith } from '../../files/pdf-password.ts'
import { zipOpensWith } from '../../files/zip-password.ts'
import type { Office } from '../../office.ts'

type Locked = Pick<typeof files.$inferSelect, 'storedAs' | 'type' | 'size' | 'heldBecause'>

/** What is larger is not read to try a password on it, in bytes. */
const mostBytes = 64 * 1024 * 1024

/** Whether the password opens the stored file; null where that cannot be told, as of what no scanner has cleared. */
export async function opensWith(office: Office, file: Locked, password: string): Promise<boolean | null> {
  if (file.heldBecause !== null || file.size > mostBytes) return null
  const isPdf = file.type === 'application/pdf'
  if (!isPdf && !/zip|openxmlformats|opendocument/.test(file.type)) return null
  return tries.turn(() => isOpened(office, file, isPdf, password))
}

// Each has the whole file in memory, so one is tried at a time.
const tries = inTurn()

async function isOpened(office: Office, file: Locked, isPdf: boolean, password: string) {
  const chunks: Buffer[] = []
  for await (const chunk of office.files.read(file.storedAs)) chunks.push(Buffer.from(chunk as Uint8Array))
  const content = Buffer.concat(chunks)
  return isPdf ? pdfOpensWith(content, password) : zipOpensWith(content, password)
}
