import { checkBlocks } from './check-blocks.ts'
import { asObject, type Json } from './check-block-element.ts'
import { argsForEmulator, fillGaps } from './fill-gaps.ts'
import { viewOf, type OpenViews } from './open-views.ts'
import { ephemeral, type EphemeralMessage } from './response-urls.ts'
import type { SlackCall } from './slack-call.ts'
import type { Emulator } from './start-emulator.ts'
import type { Workspace } from './workspace.ts'

/** What the passing on of calls needs to know and keeps in step. */
export type Slack = {
  emulator: Emulator
  workspace: Workspace
  views: OpenViews
  ephemerals: EphemeralMessage[]
  /** Whom each trigger id was given to. */
  triggers: Map<string, string>
  /** The bot tokens that are good. */
  tokens: Set<string>
  /** Files that people have put into forms, by id. */
  files: Map<string, { mimetype: string; content: Buffer }>
  /** Methods that a test answers by itself. */
  answers: Map<string, (call: SlackCall) => Json>
}

/** Lets the emulator do what the app asked, and Slack's other parts follow: modals, ephemeral messages. */
export async function passOn(call: SlackCall, slack: Slack): Promise<Json> {
  const own = slack.answers.get(call.method)
  if (own) return keepToken(own(call), slack)
  const refusal = refusalOf(call, slack)
  if (refusal) return { ok: false, error: refusal }
  const raw = await slack.emulator.ask(call.method, argsForEmulator(call))
  // What the emulator does not know at all it answers with 404.
  if (raw.ok === undefined) return { ok: false, error: 'unknown_method' }
  const answer = keepToken(fillGaps(call, raw, slack.workspace), slack)
  if (answer.ok === true) follow(call, answer, slack)
  return answer
}

/** Which of Slack's limits the call breaks: the emulator would take anything. */
export function breachesOf({ method, args }: SlackCall): string[] {
  const isView = ['views.open', 'views.push', 'views.update', 'views.publish', 'response_action'].includes(
    method,
  )
  const isMessage = [
    'chat.postMessage',
    'chat.update',
    'chat.postEphemeral',
    'chat.scheduleMessage',
  ].includes(method)
  const isResponse = method === 'response_url' && args.delete_original !== true
  const found = isView ? checkBlocks(args.view) : isMessage || isResponse ? checkBlocks(args) : []
  const { callback_id: name } = asObject(args.view)
  return found.map((breach) => `${method}${typeof name === 'string' ? ` ${name}` : ''} ${breach}`)
}

function refusalOf({ method, token, args }: SlackCall, { views, tokens }: Slack): string | undefined {
  if (method === 'oauth.v2.access') return undefined
  if (token === undefined) return 'not_authed'
  if (!tokens.has(token)) return 'invalid_auth'
  const isGone = method === 'views.update' && typeof args.view_id === 'string' && !views.isOpen(args.view_id)
  return isGone ? 'not_found' : undefined
}

/** A token that Slack hands out is good from then on. */
function keepToken(answer: Json, { tokens }: Slack): Json {
  if (typeof answer.access_token === 'string') tokens.add(answer.access_token)
  return answer
}

function follow({ method, args }: SlackCall, answer: Json, { views, ephemerals, triggers }: Slack) {
  const userId = triggers.get(String(args.trigger_id)) ?? ''
  if (method === 'views.open') views.open(userId, viewOf(answer))
  if (method === 'views.push') views.push(userId, viewOf(answer))
  if (method === 'views.update') views.replace(viewOf(answer))
  if (method === 'views.publish') views.publishHome(String(args.user_id), viewOf(answer))
  if (method === 'chat.postEphemeral') {
    ephemerals.push({ ...ephemeral(String(args.channel), args), to: String(args.user) })
  }
}
