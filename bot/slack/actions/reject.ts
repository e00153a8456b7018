import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { rejectForm } from '../views/reject.ts'

/** Asks for the reason before an answer is rejected. */
export async function reject(turn: ClickTurn): Promise<void> {
  await show(turn, rejectForm(turn.reader, turn.value))
}
