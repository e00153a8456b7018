import type { ClickTurn } from '../turn.ts'
import { communicationState, communicationView } from '../views/communication.ts'

/** Brings the communication that was clicked in up to date, and says what was done. */
export async function refreshCommunication(turn: ClickTurn, notice?: string): Promise<void> {
  if (!turn.view) return
  const view = await communicationView(turn, communicationState(turn.view.private_metadata), notice)
  await turn.client.views.update({ view_id: turn.view.id, view })
}
