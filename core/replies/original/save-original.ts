import { and, eq, isNotNull } from 'drizzle-orm'
import { files } from '#db/schema/replies.ts'
import { FileHeld, NotFound } from '../../errors.ts'
import { attachmentName } from '../../files/attachment-name.ts'
import type { Office } from '../../office.ts'
import { scanStored } from '../../virus/scan-stored.ts'
import type { OpenedFile } from '../files/open-file.ts'
import { savingOf } from './open-original.ts'
import { originalFor } from './original-for.ts'

/** The raw mail, to be saved by the member whose chat message leads to it. Throws NotFound, FileHeld. */
export async function saveOriginal(office: Office, inboundId: string, pass: string): Promise<OpenedFile> {
  const held = await originalFor(office, inboundId, pass)
  const { inbound } = held
  if (inbound.rawSize === 0) throw new NotFound()
  const saving = await savingOf(office.db.read, held)
  if (saving === 'held') throw new FileHeld('down')
  if (saving === 'elsewhere') throw new NotFound()
  // Not all that is in it became a file that was scanned, and nothing of what could not be read.
  const { heldBecause } = await scanStored(office, inbound.rawKey)
  if (heldBecause === 'infected' || (heldBecause && !(await isAnsweredFor(office, inbound.id))))
    throw new FileHeld(heldBecause)
  const subject = (inbound.subject ?? '').trim().replace(/[/\\]/g, '-')
  const name = attachmentName(subject ? `${subject}.eml` : null, 'message/rfc822', [])
  const read = () => office.files.read(inbound.rawKey)
  return { id: inbound.id, name, type: 'message/rfc822', size: inbound.rawSize, read }
}

/** True while the member may go on reading what `saveOriginal` gave. Throws NotFound. */
export async function mayStillSave(office: Office, inboundId: string, pass: string): Promise<boolean> {
  const { inbound } = await originalFor(office, inboundId, pass)
  return inbound.rawSize > 0
}

// A member has released a file of it that was not scanned, and with it what it came in.
async function isAnsweredFor(office: Office, inboundId: string): Promise<boolean> {
  const [released] = await office.db.read
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.inboundId, inboundId), isNotNull(files.releasedAt)))
    .limit(1)
  return released !== undefined
}
