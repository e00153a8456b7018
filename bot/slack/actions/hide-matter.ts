import { hideMatter } from '#core/matters/hide-matter.ts'
import { showMatter } from '#core/matters/show-matter.ts'
import type { ClickTurn } from '../turn.ts'
import { refreshCommunication } from './refresh-communication.ts'

/** Hides the matter from its clients. */
export async function hide(turn: ClickTurn): Promise<void> {
  const { office, by, interaction, value: matterId } = turn
  await hideMatter(office, { by, matterId, interaction })
  await refreshCommunication(turn, turn.reader.words.done.hidden)
}

/** Shows it to them again. */
export async function unhide(turn: ClickTurn): Promise<void> {
  const { office, by, interaction, value: matterId } = turn
  await showMatter(office, { by, matterId, interaction })
  await refreshCommunication(turn, turn.reader.words.done.shown)
}
