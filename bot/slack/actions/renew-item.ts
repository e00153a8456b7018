import { renewItem } from '#core/requests/renew-item.ts'
import type { ClickTurn } from '../turn.ts'

/** Asks for what is about to expire again. The message is brought up to date through the outbox. */
export async function renewExpiring({ office, by, interaction, value }: ClickTurn): Promise<void> {
  await renewItem(office, { by, itemId: value, interaction })
}
