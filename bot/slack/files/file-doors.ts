import { show, type ClickTurn } from '../turn.ts'
import { moveForm, submitMovedFile } from './move.ts'
import { purgeForm, submitPurgedFile } from './purge.ts'
import { storyMeant } from './story.ts'

/** What can be submitted about a file that is in the wrong place. */
export const fileSubmits = { file_move: submitMovedFile, file_purge: submitPurgedFile }

/** What can be clicked about one. */
export const fileClicks = { files_menu: filesMenuPicked }

async function filesMenuPicked(turn: ClickTurn): Promise<void> {
  const [choice, kind = '', id = ''] = turn.value.split(':')
  const of = storyMeant(kind, id)
  await show(turn, choice === 'purge' ? await purgeForm(turn, of) : await moveForm(turn, of))
}
