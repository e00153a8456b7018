import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { targetOf, type WordTable } from './word-table.ts'

/** Of the words that led to this client or matter, only the wanted ones still do; gives back those that do not yet. */
export async function keepWords(tx: Tx, table: WordTable, id: string, wanted: string[]): Promise<string[]> {
  const fresh = new Set(wanted)
  const leadsHere = eq(targetOf(table), id)
  const known = await tx.select({ word: table.word }).from(table).where(leadsHere)
  const gone = known.map((row) => row.word).filter((word) => !fresh.delete(word))
  if (gone.length > 0) await tx.delete(table).where(and(leadsHere, inArray(table.word, gone)))
  return [...fresh]
}
