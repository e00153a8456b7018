import { waiveItem } from '#core/requests/waive-item.ts'
import type { ClickTurn } from '../turn.ts'

/** Lets the item go that the client says they do not have; the message is brought up to date through the outbox. */
export async function waiveLacking({ office, by, interaction, value: itemId }: ClickTurn): Promise<void> {
  await waiveItem(office, { by, itemId, interaction })
}
