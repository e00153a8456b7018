import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { renditions } from '#db/schema/renditions.ts'
import { files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import { tellOfFile } from '../virus/tell-of-file.ts'
import { isPhoto, isZip, needsPreview } from './kinds.ts'
import { withSpoolFolder } from './spool-folder.ts'
import { inWorkshop, NotDone } from './workshop.ts'

type FileRow = typeof files.$inferSelect
type Rendition = typeof renditions.$inferInsert
type Kind = 'preview' | 'thumbnail'

/**
 * The newest file that nobody has looked at has its thumbnail, one that browsers do not show a preview, and an archive a list of
 * what it holds; what cannot be made is noted, and the file stays as it came. Doing it again writes over what a killed process
 * began. True when there may be more, which is left for the next round.
 */
export async function prepareFiles(office: Office, signal?: AbortSignal): Promise<boolean> {
  const waiting = await office.db.read
    .select()
    .from(files)
    .where(and(isNull(files.preparedAt), isNull(files.purgedAt), isNull(files.heldBecause)))
    .orderBy(desc(files.id))
    .limit(1)
  for (const file of waiting) await prepare(office, file, signal)
  return waiting.length > 0
}

async function prepare(office: Office, file: FileRow, signal?: AbortSignal): Promise<void> {
  const made = isPhoto(file.type) && file.size > 0 ? await picturesOf(office, file, signal) : []
  const contents =
    isZip(file.type) && file.flag !== 'archive' ? await contentsOf(office, file, signal) : file.contents
  const kept = await write(office.db, async (tx) => {
    const [stands] = await tx
      .update(files)
      .set({ preparedAt: office.clock(), contents })
      .where(and(eq(files.id, file.id), isNull(files.purgedAt)))
      .returning({ id: files.id })
    if (!stands) return false
    for (const row of made) {
      const { size, storedAs, failed } = row
      await tx
        .insert(renditions)
        .values(row)
        .onConflictDoUpdate({ target: [renditions.fileId, renditions.kind], set: { size, storedAs, failed } })
    }
    if (contents && !file.contents)
      await announce(office, tx, {
        kind: 'archiveListed',
        by: { kind: 'system', firmId: file.firmId },
        matterId: file.matterId,
        clientId: file.clientId,
        subjectId: file.id,
        facts: 'count' in contents ? { count: contents.count } : contents,
        tell: await tellOfFile(office, tx, file),
      })
    return true
  })
  office.wake('outbox')
  // Purged while it was worked on.
  if (!kept) for (const { storedAs } of made) if (storedAs) await office.files.remove(storedAs)
}

async function picturesOf(office: Office, file: FileRow, signal?: AbortSignal): Promise<Rendition[]> {
  const kinds: Kind[] = needsPreview(file.type) ? ['preview', 'thumbnail'] : ['thumbnail']
  return withSpoolFolder(office, async (folder) => {
    const preview = kinds.includes('preview') ? join(folder, 'preview') : null
    const thumbnail = join(folder, 'thumbnail')
    try {
      const from = office.files.pathOf(file.storedAs)
      await inWorkshop({ do: 'pictures', from, preview, thumbnail }, {}, signal)
    } catch (error) {
      if (!(error instanceof NotDone)) throw error
      office.log.warn({ fileId: file.id, said: error.message }, 'no preview could be made')
      return kinds.map((kind) =>
        rendition(office, file, kind, { size: 0, storedAs: '', failed: error.message.slice(0, 300) }),
      )
    }
    const rows: Rendition[] = []
    for (const kind of kinds) {
      const storedAs = `made/${file.id.slice(-2)}/${file.id}-${kind}`
      const { size } = await office.files.put(storedAs, createReadStream(join(folder, kind)))
      rows.push(rendition(office, file, kind, { size, storedAs, failed: null }))
    }
    return rows
  })
}

function rendition(
  office: Office,
  { id, firmId }: FileRow,
  kind: Kind,
  made: Pick<Rendition, 'size' | 'storedAs' | 'failed'>,
): Rendition {
  return {
    id: newId(office.clock()),
    firmId,
    fileId: id,
    kind,
    type: 'image/jpeg',
    ...made,
    createdAt: office.clock(),
  }
}

async function contentsOf(office: Office, file: FileRow, signal?: AbortSignal): Promise<FileRow['contents']> {
  try {
    return await inWorkshop({ do: 'list', from: office.files.pathOf(file.storedAs) }, {}, signal)
  } catch (error) {
    if (!(error instanceof NotDone)) throw error
    office.log.warn({ fileId: file.id, said: error.message }, 'an archive could not be listed')
    return { closed: 'unsafe' }
  }
}
