import { findMatters } from '#core/matters/find-matters.ts'
import { channelMatter } from '../channels/channel-matter.ts'
import { show } from '../show.ts'
import type { CommandTurn, Modal } from '../turn.ts'
import { pendingView } from '../views/pending.ts'

/** Shows what waits; with words, in the matters they mean, without any in the channel's, if it has one. */
export async function pendingCommand(turn: CommandTurn, words: string): Promise<void> {
  await show(turn, pendingMeant(turn, words))
}

async function pendingMeant(turn: CommandTurn, words: string): Promise<Modal> {
  const { office, by } = turn
  const theirs = words === '' ? await channelMatter(turn, turn.channelId) : null
  const found = words === '' ? theirs && [theirs] : await findMatters(office, { by, words, limit: 100 })
  return pendingView(turn, { matterIds: found && found.map((matter) => matter.id) })
}
