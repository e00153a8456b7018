import { findMatters } from '#core/matters/find-matters.ts'
import { show, type CommandTurn } from '../turn.ts'
import { pendingView } from '../views/pending.ts'

/** Shows what waits; with words, in the matters they mean. */
export async function pendingCommand(turn: CommandTurn, words: string): Promise<void> {
  const { office, by } = turn
  const found = words === '' ? null : await findMatters(office, { by, words })
  await show(turn, await pendingView(turn, { matterIds: found && found.map((matter) => matter.id) }))
}
