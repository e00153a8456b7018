import { show, type ClickTurn } from '../turn.ts'
import { communicationView } from '../views/communication.ts'

/** Opens the communication of the matter a message speaks of. */
export async function openMatter(turn: ClickTurn): Promise<void> {
  await show(turn, await communicationView(turn, { matterId: turn.value }))
}
