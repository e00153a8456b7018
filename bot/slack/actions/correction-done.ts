import { settleCorrection } from '#core/clients/settle-correction.ts'
import type { ClickTurn } from '../turn.ts'

/** Marks what a client asked to be corrected as done. Its messages are brought up to date through the outbox. */
export async function correctionDone({ office, by, interaction, value }: ClickTurn): Promise<void> {
  await settleCorrection(office, { by, correctionId: value, interaction })
}
