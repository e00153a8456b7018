import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { kinOf } from './kin-of.ts'
import { targetOf, type WordTable } from './word-table.ts'

/**
 * Of the words that led to this client or matter, only the wanted ones still do, each marked with its kin; gives back those that
 * do not lead there yet, and the mark they are to have.
 */
export async function keepWords(
  tx: Tx,
  table: WordTable,
  id: string,
  wanted: string[],
): Promise<{ fresh: string[]; kin: number }> {
  const fresh = new Set(wanted)
  const kin = kinOf(fresh)
  const leadsHere = eq(targetOf(table), id)
  const known = await tx.select({ word: table.word }).from(table).where(leadsHere)
  const gone = known.map((row) => row.word).filter((word) => !fresh.delete(word))
  if (gone.length > 0) await tx.delete(table).where(and(leadsHere, inArray(table.word, gone)))
  if (known.length > gone.length) {
    const isOther = sql`coalesce(${table.kin}, -1) <> ${kin}`
    await tx.update(table).set({ kin }).where(and(leadsHere, isOther))
  }
  return { fresh: [...fresh], kin }
}
