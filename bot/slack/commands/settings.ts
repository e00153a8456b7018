import { settingsView } from '../settings/settings.ts'
import { show } from '../show.ts'
import type { CommandTurn } from '../turn.ts'

/** Shows the settings; words after it mean nothing. */
export async function settingsCommand(turn: CommandTurn): Promise<void> {
  await show(turn, settingsView(turn))
}
