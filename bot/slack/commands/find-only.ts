import { findMatters, type MatterFound } from '#core/matters/find-matters.ts'
import type { CommandTurn } from '../turn.ts'

/** The one matter that the words mean; null where there are none, or where they mean none or several. */
export async function findOnly({ office, by }: CommandTurn, words: string): Promise<MatterFound | null> {
  if (words === '') return null
  const found = await findMatters(office, { by, words, limit: 2 })
  return found.length === 1 ? (found[0] ?? null) : null
}
