import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { reviewView } from '../views/review.ts'

/** Opens what waits for a verdict in one request. */
export async function review(turn: ClickTurn): Promise<void> {
  await show(turn, reviewView(turn, { requestId: turn.value, page: 0 }))
}
