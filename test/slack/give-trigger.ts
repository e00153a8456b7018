import type { Slack } from './pass-on.ts'

/** A trigger id for what this person just did, good for one view within three seconds; `viewId` if it was done in a view. */
export async function giveTrigger(
  { emulator, triggers }: Slack,
  userId: string,
  viewId?: string,
): Promise<string> {
  const answer = await emulator.ask('views.generateTriggerId', { user_id: userId, view_id: viewId })
  if (typeof answer.trigger_id !== 'string')
    throw new Error(`no trigger for ${userId}: ${String(answer.error)}`)
  triggers.set(answer.trigger_id, userId)
  return answer.trigger_id
}
