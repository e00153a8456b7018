import type { Ack, Actor } from './actor.ts'
import { asObject, type Json } from './check-block-element.ts'
import { findControl, type Control, type Which } from './find-control.ts'
import type { SlackView } from './open-views.ts'
import type { SlackMessage } from './read-messages.ts'
import type { Forgery } from './sign-slack-request.ts'
import { viewPayload } from './submit-view.ts'
import { slackApp } from './workspace.ts'

export type ClickOptions = {
  /** Words of a block: the button is looked for there and below. */
  near?: string
  /** Which entry of a menu, by its words or its value. */
  option?: string
  forgery?: Forgery
}

/** Clicks a button, or picks from a menu, in a message or a view as this person sees it; gives the app's answer. */
export async function click(
  actor: Actor,
  surface: SlackMessage | SlackView,
  which: Which,
  { near, option, forgery }: ClickOptions,
): Promise<Ack> {
  const control = findControl(surface.blocks, which, near)
  const value = option === undefined ? valueOf(control) : { selected_option: pick(control, option) }
  return sendAction(actor, surface, control, value, forgery)
}

/** Tells the app of one action in a message or a view, as Slack does at once. */
export async function sendAction(
  actor: Actor,
  surface: SlackMessage | SlackView,
  { element, block }: Control,
  value: Json,
  forgery?: Forgery,
): Promise<Ack> {
  const { type, action_id: actionId } = element
  const action = {
    type,
    action_id: actionId,
    block_id: block.block_id,
    ...('text' in element ? { text: element.text } : {}),
    ...('style' in element ? { style: element.style } : {}),
    ...value,
    action_ts: (Date.now() / 1000).toFixed(6),
  }
  const viewId = 'hash' in surface ? surface.id : undefined
  const payload = {
    type: 'block_actions',
    ...actor.identity,
    trigger_id: await actor.api.inside.triggerId(actor.id, viewId),
    ...place(actor, surface),
    actions: [action],
  }
  return actor.post('form', { payload }, forgery)
}

function place(actor: Actor, surface: SlackMessage | SlackView): Json {
  if ('hash' in surface) {
    return { container: { type: 'view', view_id: surface.id }, view: viewPayload(actor, surface) }
  }
  const { channel, ts: messageTs, isEphemeral, threadTs } = surface
  const target = { userId: actor.id, channelId: channel, ...(isEphemeral ? {} : { messageTs }) }
  return {
    container: {
      type: 'message',
      message_ts: messageTs,
      channel_id: channel,
      is_ephemeral: isEphemeral,
      thread_ts: threadTs,
    },
    channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'channel' },
    message: messagePayload(surface),
    state: { values: {} },
    response_url: actor.api.inside.responseUrl(target),
  }
}

/** A message as Slack sends it along. */
export function messagePayload({ ts, user, text, blocks, threadTs, files }: SlackMessage): Json {
  const bot = user === slackApp.botUserId ? { bot_id: slackApp.botId, app_id: slackApp.appId } : {}
  const thread = threadTs ? { thread_ts: threadTs } : {}
  return { type: 'message', ts, user, text, blocks, ...bot, ...thread, ...(files ? { files } : {}) }
}

function valueOf({ element }: Control): Json {
  return 'value' in element ? { value: element.value } : {}
}

function pick({ element }: Control, wanted: string): Json {
  const options = Array.isArray(element.options) ? element.options.map(asObject) : []
  const found = options.find(({ value, text }) => value === wanted || asObject(text).text === wanted)
  if (!found)
    throw new Error(
      `the menu has no "${wanted}", but: ${options.map(({ value }) => String(value)).join(' · ')}`,
    )
  return found
}
