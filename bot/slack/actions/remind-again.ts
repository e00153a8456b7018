import { resumeByMember } from '#core/reminders/resume-by-member.ts'
import type { ClickTurn } from '../turn.ts'

/** Reminds a client again who had asked for no reminders. The message is brought up to date through the outbox. */
export async function remindAgain({ office, by, interaction, value }: ClickTurn): Promise<void> {
  const [clientId = '', additionalId = null] = value.split(':')
  await resumeByMember(office, { by, clientId, additionalId, interaction })
}
