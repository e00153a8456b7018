import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { openAsClientView } from '../views/open-as-client.ts'

/** From a matter's communication: the portal through the eyes of each of its clients. */
export async function openAsClient(turn: ClickTurn): Promise<void> {
  await show(turn, openAsClientView(turn, { matterId: turn.value, page: 0 }))
}

/** Slack tells of a click on a link, too; the link itself does all there is to do. */
export async function followLink(): Promise<void> {}
