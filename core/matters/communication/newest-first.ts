import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { momentKey, walk, type Place, type QueuePage } from '../queue/place.ts'

/** Which page of a list is wanted, and how many entries it shows. */
export type PageWanted = { place: Place; size: number }

type Asked = { where: SQL | undefined; order: SQL[]; most: number }

/**
 * The page at a place in a list of what happened when, walked by an index on moment and id: `next` is older, `back` newer. Where
 * everything that stood there has gone meanwhile, it is the first page.
 */
export async function newestFirst<Entry extends { id: string; at: Date }>(
  { place, size }: PageWanted,
  columns: [at: SQLiteColumn, id: SQLiteColumn],
  ask: (asked: Asked) => Promise<Entry[]>,
): Promise<QueuePage<Entry>> {
  const { page, ...asked } = walk(place, size, columns, { newestFirst: true, decode: momentKey.read })
  const shown = page(await ask(asked), ({ at }) => momentKey.write(at))
  if (place === null || shown.entries.length > 0) return shown
  return newestFirst({ place: null, size }, columns, ask)
}
