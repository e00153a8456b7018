import type { Query } from '#db/database.ts'
import { renditions } from '#db/schema/renditions.ts'
import { among, givenList, statement } from '#db/statement.ts'
import { isPhoto } from './kinds.ts'

/** What can be shown of a file beside its name; a `preview` stands for what browsers do not show by themselves. */
export type MadeOf = { thumbnail: boolean; preview: 'made' | 'failed' | null }

/** As of what nothing was made. */
export const nothingMade: MadeOf = { thumbnail: false, preview: null }

/** What was made of these files so far, by file; only of pictures is anything asked. */
export async function madeOf(tx: Query, files: { id: string; type: string }[]): Promise<Map<string, MadeOf>> {
  const made = new Map<string, MadeOf>()
  const photos = files.filter((file) => isPhoto(file.type)).map((file) => file.id)
  if (photos.length === 0) return made
  for (const { fileId, kind, size } of await ofFiles(tx, { photos })) {
    const so = made.get(fileId ?? '') ?? nothingMade
    const is = size > 0
    const more =
      kind === 'preview' ? { preview: is ? ('made' as const) : ('failed' as const) } : { thumbnail: is }
    made.set(fileId ?? '', { ...so, ...more })
  }
  return made
}

const ofFiles = statement((tx) =>
  tx
    .select({ fileId: renditions.fileId, kind: renditions.kind, size: renditions.size })
    .from(renditions)
    .where(among(renditions.fileId, givenList('photos'))),
)
