import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { moveForm, submitMovedFile } from './move.ts'
import { purgeForm, submitPurgedFile } from './purge.ts'
import { releaseForm, submitReleasedFile } from './release.ts'
import { storyMeant } from './story.ts'

/** What can be submitted about a file that is in the wrong place. */
export const fileSubmits = {
  file_move: submitMovedFile,
  file_purge: submitPurgedFile,
  file_release: submitReleasedFile,
}

/** What can be clicked about one. */
export const fileClicks = { files_menu: filesMenuPicked }

async function filesMenuPicked(turn: ClickTurn): Promise<void> {
  const [choice, kind = '', id = ''] = turn.value.split(':')
  const of = storyMeant(kind, id)
  const form = choice === 'purge' ? purgeForm : choice === 'release' ? releaseForm : moveForm
  await show(turn, form(turn, of))
}
