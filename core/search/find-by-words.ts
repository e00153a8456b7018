import { aliasedTableColumn, and, between, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { rangeOf } from './search-words.ts'
import { targetOf, type WordTable } from './word-table.ts'

export type Search<Found> = {
  table: WordTable
  firmId: string
  /** What the words may mean, likeliest first: see `readingsOf`. */
  readings: string[][]
  /** Those of these ids that are the member's to find, as they are shown; null: of all. */
  listed: (ids: string[] | null) => Promise<Found[]>
  /** The condition on `table` that what a word leads to is the member's to find; undefined where everything is. */
  reachable: SQL | undefined
  /** Of too many that have the word itself, the newest are candidates. */
  newestFirst?: boolean
}

// How many one word may bring before the rest is left to a longer word.
const candidates = 100

/**
 * Whom, or what, the member finds by the first reading that brings any: each of its words begins some word of theirs.
 * Where so many have the words that the cut may have left only such as are not the member's to find, those that are
 * theirs are looked for from the start.
 */
export async function findByWords<Found>(tx: Query, search: Search<Found>): Promise<Found[]> {
  for (const words of search.readings) {
    const found = words.length === 0 ? await search.listed(null) : await withWords(tx, search, words)
    if (found.length > 0) return found
  }
  return []
}

async function withWords<Found>(tx: Query, search: Search<Found>, words: string[]): Promise<Found[]> {
  const { listed, reachable } = search
  const ids = await candidatesFor(tx, search, words)
  if (ids.length === 0) return []
  const found = await listed(ids)
  if (found.length > 0 || ids.length < candidates || !reachable) return found
  return listed(await candidatesFor(tx, search, words, reachable))
}

// The longest word picks candidates by a range of the index, whole words before beginnings; the other words are looked
// up candidate by candidate. A query of its own, so that no planner walks through all clients or matters instead.
async function candidatesFor(
  tx: Query,
  { table, firmId, newestFirst = false }: Search<unknown>,
  words: string[],
  reachable?: SQL,
): Promise<string[]> {
  const id = targetOf(table)
  const [longest = '', ...others] = [...words].sort((a, b) => b.length - a.length)
  const [from, to] = rangeOf(longest)
  const [otherId, otherWord] = [aliasedTableColumn(id, 'o'), aliasedTableColumn(table.word, 'o')]
  const alsoHas = others.map((word) => {
    const [low, high] = rangeOf(word)
    return sql`exists (select 1 from ${table} o where ${otherId} = ${id} and ${otherWord} between ${low} and ${high})`
  })
  const whole = await tx
    .select({ id })
    .from(table)
    .where(and(eq(table.firmId, firmId), eq(table.word, longest), ...alsoHas, reachable))
    .orderBy(...(newestFirst ? [desc(id)] : []))
    .limit(candidates)
  const begun = await tx
    .select({ id })
    .from(table)
    .where(and(eq(table.firmId, firmId), between(table.word, from, to), ...alsoHas, reachable))
    .limit(candidates)
  return [...new Set([...whole, ...begun].map((row) => row.id))]
}
