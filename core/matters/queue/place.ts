import { asc, desc, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'

const cursor = z.object({ at: z.string().max(40), id: z.string().max(40) })

/** Where a page of a list begins: behind or before an entry, known by its key and id; null: at the start. */
export const placeIn = z
  .union([z.object({ after: cursor }).strict(), z.object({ before: cursor }).strict()])
  .nullable()
export type Place = z.infer<typeof placeIn>

/** A page of a list that may be long, and where the pages beside it begin. */
export type QueuePage<Entry> = { entries: Entry[]; next: Place; back: Place }

type Walk = {
  where: SQL | undefined
  order: SQL[]
  /** What was found, one more than a page holds if there are more, as a page. */
  page: <Row extends { id: string }>(rows: Row[], at: (row: Row) => string) => QueuePage<Row>
  /** How many rows to look for. */
  most: number
}

/**
 * Walks a list by an index on two columns, whichever page it is: never past what was shown before. `at` is written into SQL
 * by `encode`, so that it is compared as its column is.
 */
export function walk(
  place: Place,
  size: number,
  [at, id]: [SQLiteColumn, SQLiteColumn],
  { newestFirst = false, decode }: { newestFirst?: boolean; decode: (at: string) => unknown },
): Walk {
  const goesBack = place !== null && 'before' in place
  const from = place && ('before' in place ? place.before : place.after)
  const down = newestFirst !== goesBack
  const border = from && sql`(${sql.param(decode(from.at), at)}, ${from.id})`
  return {
    where: border ? sql`(${at}, ${id}) ${sql.raw(down ? '<' : '>')} ${border}` : undefined,
    order: down ? [desc(at), desc(id)] : [asc(at), asc(id)],
    most: size + 1,
    page: (rows, keyOf) => {
      const hasMore = rows.length > size
      const shown = rows.slice(0, size)
      const entries = goesBack ? shown.toReversed() : shown
      const [first, last] = [entries[0], entries.at(-1)]
      const hasNext = last !== undefined && (goesBack || hasMore)
      const hasBack = first !== undefined && (goesBack ? hasMore : place !== null)
      return {
        entries,
        next: hasNext ? { after: { at: keyOf(last), id: last.id } } : null,
        back: hasBack ? { before: { at: keyOf(first), id: first.id } } : null,
      }
    },
  }
}

/** A moment as it stands in a place, and back. */
export const momentKey = {
  write: (moment: Date) => String(moment.getTime()),
  read: (at: string) => new Date(Number(at) || 0),
}
