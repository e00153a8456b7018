import { decideLink as decide } from '#core/members/decide-link.ts'
import type { ClickTurn } from '../turn.ts'

/** An admin says whether somebody is who they say. Every message that asked is brought up to date through the outbox. */
export function decideLink(decision: 'accepted' | 'refused') {
  return async ({ office, by, interaction, value }: ClickTurn): Promise<void> => {
    await decide(office, { by, requestId: value, decision, interaction })
  }
}
