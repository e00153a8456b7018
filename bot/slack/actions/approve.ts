import { reviewAnswer } from '#core/requests/review-answer.ts'
import type { ClickTurn } from '../turn.ts'
import { refreshReview } from './refresh-review.ts'

/** Approves an answer. A message that shows it is brought up to date through the outbox, for everyone who has it. */
export async function approve(turn: ClickTurn): Promise<void> {
  const { office, by, interaction, value: answerId } = turn
  await reviewAnswer(office, { by, answerId, verdict: 'approved', interaction })
  await refreshReview(turn)
}
