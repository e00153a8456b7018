import type { Ack, Actor } from './actor.ts'
import { asObject } from './check-block-element.ts'
import { checkBlocks } from './check-blocks.ts'
import { messagePayload } from './click.ts'
import type { SlackMessage } from './read-messages.ts'
import type { Forgery } from './sign-slack-request.ts'
import { viewPayload } from './submit-view.ts'

export type CommandOptions = {
  /** The channel in which it is typed, by id; the workspace's first if not said. */
  in?: string
  forgery?: Forgery
}

/** Types a slash command; what the app answers at once is shown to this person only. */
export async function sendCommand(
  self: Actor,
  command: string,
  text: string,
  options: CommandOptions,
): Promise<Ack> {
  const { api, id, identity } = self
  const channelId = options.in ?? api.channelId(api.workspace.channels[0]?.name ?? 'general')
  const { team, user } = identity
  const form = {
    token: identity.token,
    team_id: asObject(team).id,
    team_domain: asObject(team).domain,
    channel_id: channelId,
    channel_name: channelId.startsWith('D') ? 'directmessage' : 'channel',
    user_id: id,
    user_name: asObject(user).name,
    command,
    text,
    api_app_id: identity.api_app_id,
    is_enterprise_install: 'false',
    response_url: api.inside.responseUrl({ userId: id, channelId }),
    trigger_id: await api.inside.triggerId(id),
  }
  const ack = await self.post('form', form, options.forgery)
  if (ack.status !== 200 || ack.text.trim() === '') return ack
  const said = Object.keys(ack.body).length > 0 ? ack.body : { text: ack.text }
  for (const breach of checkBlocks(said)) api.inside.complain(`${command} ${breach}`)
  api.inside.tell(id, channelId, said)
  return ack
}

/** Picks one of the app's shortcuts from where they can be picked anywhere. */
export async function sendGlobalShortcut(self: Actor, callbackId: string, forgery?: Forgery): Promise<Ack> {
  const payload = {
    type: 'shortcut',
    ...self.identity,
    callback_id: callbackId,
    action_ts: (Date.now() / 1000).toFixed(6),
    trigger_id: await self.api.inside.triggerId(self.id),
  }
  return self.post('form', { payload }, forgery)
}

/** Picks one of the app's shortcuts from a message's menu. */
export async function sendShortcut(
  self: Actor,
  callbackId: string,
  message: SlackMessage,
  forgery?: Forgery,
): Promise<Ack> {
  const target = { userId: self.id, channelId: message.channel, messageTs: message.ts }
  const payload = {
    type: 'message_action',
    ...self.identity,
    callback_id: callbackId,
    action_ts: (Date.now() / 1000).toFixed(6),
    trigger_id: await self.api.inside.triggerId(self.id),
    response_url: self.api.inside.responseUrl(target),
    channel: { id: message.channel, name: message.channel.startsWith('D') ? 'directmessage' : 'channel' },
    message_ts: message.ts,
    message: messagePayload(message),
  }
  return self.post('form', { payload }, forgery)
}

/** Closes the topmost modal by its cross; the app hears of it if it asked to. */
export async function dismissView(self: Actor): Promise<void> {
  const view = self.api.views.top(self.id)
  if (!view) throw new Error('no modal is open')
  self.api.views.pop(self.id)
  if (!view.notify_on_close) return
  const payload = { type: 'view_closed', ...self.identity, view: viewPayload(self, view), is_cleared: false }
  await self.post('form', { payload })
}
