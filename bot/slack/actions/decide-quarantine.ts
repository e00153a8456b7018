import { decideQuarantine } from '#core/replies/quarantine/decide-quarantine.ts'
import type { ClickTurn } from '../turn.ts'
import { show } from '../show.ts'
import type {} from '../turn.ts'
import { quarantineView } from '../views/quarantine.ts'

/** Decides about a mail in quarantine. Its message is brought up to date through the outbox, for everyone who has it. */
export function decide(decision: 'accepted' | 'accepted_and_added' | 'discarded') {
  return async (turn: ClickTurn): Promise<void> => {
    const { office, by, interaction, value: inboundId } = turn
    await decideQuarantine(office, { by, inboundId, decision, interaction })
    if (!turn.view) return
    await turn.client.views.update({ view_id: turn.view.id, view: await quarantineView(turn, inboundId) })
  }
}

/** Opens a mail that waits in quarantine. */
export async function lookAtQuarantined(turn: ClickTurn): Promise<void> {
  await show(turn, quarantineView(turn, turn.value))
}
