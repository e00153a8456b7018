import { settleFile } from '#core/replies/files/settle-file.ts'
import type { ClickTurn } from '../turn.ts'
import { refreshReview } from './refresh-review.ts'

/** Confirms the item a file belongs to: the one picked beside the button, else the one suggested. */
export async function settleAsSuggested(turn: ClickTurn): Promise<void> {
  const [fileId = ''] = turn.value.split(':')
  await settle(turn, turn.picked(`file:${fileId}`) ?? turn.value)
}

/** Picking another item settles it as well. */
export async function settleAsPicked(turn: ClickTurn): Promise<void> {
  await settle(turn, turn.value)
}

async function settle(turn: ClickTurn, choice: string) {
  const { office, by, interaction } = turn
  const [fileId = '', item = 'none'] = choice.split(':')
  await settleFile(office, { by, fileId, itemId: item === 'none' ? null : item, interaction })
  await refreshReview(turn)
}
