import { and, eq, gt } from 'drizzle-orm'
import { renditions } from '#db/schema/renditions.ts'
import type { Office } from '../office.ts'
import type { OpenedFile } from '../replies/files/open-file.ts'

/** The preview or thumbnail of a file that its reader has opened already; null when there is none. */
export async function openMade(
  office: Office,
  file: OpenedFile,
  kind: 'preview' | 'thumbnail',
): Promise<OpenedFile | null> {
  const [made] = await office.db.read
    .select()
    .from(renditions)
    .where(and(eq(renditions.fileId, file.id), eq(renditions.kind, kind), gt(renditions.size, 0)))
  if (!made) return null
  const { type, size, storedAs } = made
  return { id: file.id, name: `${file.name}.jpg`, type, size, read: () => office.files.read(storedAs) }
}
