import { argsForEmulator } from './fill-gaps.ts'
import { viewOf, type SlackView } from './open-views.ts'
import { breachesOf, type Slack } from './pass-on.ts'
import type { CallRecord } from './record-calls.ts'
import { giveTrigger } from './give-trigger.ts'
import { slackApp } from './workspace.ts'

/** What an ack does to the modal in which its person stood. */
export type ViewStep = { action: 'update' | 'push'; userId: string; viewId: string; view: unknown }

/**
 * Shows the view that an app sent along with its ack, as `update` or `push`, as if it had called for it: recorded
 * as `response_action`, held against the limits. Gives the view as Slack now holds it; undefined where Slack refuses.
 */
export async function showView(
  slack: Slack,
  record: CallRecord,
  { action, userId, viewId, view }: ViewStep,
): Promise<SlackView | undefined> {
  const args = { response_action: action, view_id: viewId, view }
  const call = {
    method: 'response_action',
    args,
    token: slackApp.botToken,
    at: new Date(),
    answer: undefined,
    status: 200,
  }
  const trigger = action === 'push' ? { trigger_id: await giveTrigger(slack, userId, viewId) } : {}
  const answer = await slack.emulator.ask(`views.${action}`, { ...argsForEmulator(call), ...trigger })
  record.violations.push(...breachesOf(call))
  record.add({ ...call, answer })
  if (answer.ok !== true) {
    record.violations.push(`response_action ${action}: ${String(answer.error)}`)
    return undefined
  }
  const shown = viewOf(answer)
  if (action === 'push') slack.views.push(userId, shown)
  else slack.views.replace(shown)
  record.changed()
  return shown
}
