import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { communicationView } from '../views/communication.ts'

/** Opens the communication of the matter a message speaks of. */
export async function openMatter(turn: ClickTurn): Promise<void> {
  await show(turn, communicationView(turn, { matterId: turn.value }))
}
