import type { ClickTurn } from '../turn.ts'
import { reviewState, reviewView } from '../views/review.ts'

/** Brings the review modal that was clicked in up to date; messages look after themselves. */
export async function refreshReview(turn: ClickTurn): Promise<void> {
  if (!turn.view) return
  const view = await reviewView(turn, reviewState(turn.view.private_metadata))
  await turn.client.views.update({ view_id: turn.view.id, view })
}
