import { findMatters, type MatterFound } from '#core/matters/find-matters.ts'
import { channelMatter } from '../channels/channel-matter.ts'
import type { CommandTurn } from '../turn.ts'

/** What is known of a matter wherever it was found. */
type Found = Pick<MatterFound, 'id' | 'title' | 'hidden' | 'closed'> & Partial<MatterFound>

/** The one matter that the words mean, without any that of the channel; null where there is none, or they mean several. */
export async function findOnly(turn: CommandTurn, words: string): Promise<Found | null> {
  const { office, by, channelId } = turn
  if (words === '') return channelMatter(turn, channelId)
  const found = await findMatters(office, { by, words, limit: 2 })
  return found.length === 1 ? (found[0] ?? null) : null
}
