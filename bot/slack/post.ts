import { webApi } from '@slack/bolt'
import type { ChatNote } from '#core/delivery/chat-note.ts'
import { fitnessOf } from './channels/fitness.ts'
import type { Posted } from './notes/note.ts'
import { renderNote } from './notes/render-note.ts'
import { NotConnected, type Slack } from './tenants.ts'

export { NotConnected, slackOf, type Slack } from './tenants.ts'

/** `thread`: the message in whose thread it stands, if it does. */
export type PostedWhere = { conversation: string; messageId: string; thread?: string | null }

/** Slack will never take it: the person has left, the workspace is no firm's. Nothing was posted. */
export class PostRefused extends Error {
  readonly reason: string

  constructor(reason: string) {
    super(`Slack refused the message: ${reason}`)
    this.name = 'PostRefused'
    this.reason = reason
  }
}

/** A channel is no place for it: outsiders read there, or the app is not in it. Nothing was posted. */
export class PostElsewhere extends Error {
  readonly because: 'shared' | 'gone'

  constructor(because: 'shared' | 'gone') {
    super(`nothing is posted in this channel: ${because}`)
    this.name = 'PostElsewhere'
    this.because = because
  }
}

/** Slack wants us to wait. Nothing was posted. */
export class PostDelayed extends Error {
  readonly retryAfterMs: number

  constructor(retryAfterMs: number) {
    super(`Slack asks to wait ${retryAfterMs} ms`)
    this.name = 'PostDelayed'
    this.retryAfterMs = retryAfterMs
  }
}

/** Errors after which Slack may or may not have done what it was asked. */
const fateUnknown = ['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable']
/** Somebody has deleted the message that a thread hangs on. */
const threadGone = ['thread_not_found', 'invalid_thread_ts', 'cannot_reply_to_message', 'message_not_found']
/** The app was put out of the channel between the look and the message. */
const noLongerThere = ['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action']
const gone = ['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found']

/**
 * Posts a note to its member directly or in its channel, or brings the message that stands up to date; gives back where it
 * stands. Throws PostElsewhere, PostRefused, PostDelayed, and NotConnected while the workspace has no good token; after anything else it is not known
 * whether it was posted: try again with `note.retry`, and it is looked up by its metadata first.
 */
export async function postNote(slack: Slack, note: ChatNote): Promise<PostedWhere> {
  const client = await slack.clientFor(note.tenant)
  if (!client) throw new PostRefused('not_connected')
  try {
    if (note.place === 'channel') await requireFit(client, note.userId)
    return (await updated(client, note)) ?? (await posted(client, note))
  } catch (error) {
    if (await slack.failed(note.tenant, client, error)) throw new NotConnected(note.tenant)
    const known = translated(error, note)
    if (known instanceof PostDelayed) slack.letRest(note.tenant, known.retryAfterMs)
    throw known
  }
}

/** Null when nothing stands, or what stood was deleted. */
async function updated(client: webApi.WebClient, note: ChatNote): Promise<PostedWhere | null> {
  if (!note.stands) return null
  const { conversation: channel, messageId: ts } = note.stands
  try {
    await client.chat.update({ channel, ts, ...renderNote(note) })
    return note.stands
  } catch (error) {
    if (gone.includes(codeOf(error))) return null
    throw error
  }
}

/** Looked at each time: a channel may have been shared since the last message. */
async function requireFit(client: webApi.WebClient, channel: string): Promise<void> {
  const fitness = await fitnessOf(client, channel)
  if (fitness !== 'fit') throw new PostElsewhere(fitness === 'shared' ? 'shared' : 'gone')
}

async function posted(client: webApi.WebClient, note: ChatNote): Promise<PostedWhere> {
  const conversation = await conversationFor(client, note)
  const message: Posted = renderNote(note)
  const { thread } = note
  const found = note.retry ? await lookedUp(client, conversation, note) : null
  if (found) {
    await client.chat.update({ channel: conversation, ts: found, ...message })
    return { conversation, messageId: found, thread }
  }
  const told = {
    channel: conversation,
    ...message,
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: 'despacho_note', event_payload: { outbox: note.outboxId } },
  }
  try {
    const { ts } = await client.chat.postMessage({ ...told, ...(thread !== null && { thread_ts: thread }) })
    if (!ts) throw new Error('Slack posted a message without a time')
    return { conversation, messageId: ts, thread }
  } catch (error) {
    if (thread === null || !threadGone.includes(codeOf(error))) throw error
    const { ts } = await client.chat.postMessage(told)
    if (!ts) throw new Error('Slack posted a message without a time')
    return { conversation, messageId: ts, thread: null }
  }
}

async function conversationFor(client: webApi.WebClient, note: ChatNote): Promise<string> {
  if (note.place === 'channel') return note.userId
  const { channel } = await client.conversations.open({ users: note.userId })
  if (!channel?.id) throw new PostRefused('no_direct_channel')
  return channel.id
}

/** The message an earlier attempt has posted, if it did; the newest two hundred are looked through. */
async function lookedUp(
  client: webApi.WebClient,
  channel: string,
  { outboxId, thread }: ChatNote,
): Promise<string | null> {
  const newest = { channel, include_all_metadata: true, limit: 200 }
  const { messages = [] } =
    thread === null
      ? await client.conversations.history(newest)
      : await client.conversations.replies({ ...newest, ts: thread })
  const found = messages.find(({ metadata }) => {
    const payload: Record<string, unknown> = { ...metadata?.event_payload }
    return metadata?.event_type === 'despacho_note' && payload.outbox === outboxId
  })
  return found?.ts ?? null
}

function translated(error: unknown, { place }: ChatNote): unknown {
  if (error instanceof webApi.WebAPIRateLimitedError) return new PostDelayed(error.retryAfter * 1000)
  const code = codeOf(error)
  if (code === 'ratelimited' || code === 'rate_limited') return new PostDelayed(30_000)
  if (place === 'channel' && noLongerThere.includes(code)) return new PostElsewhere('gone')
  return code === '' || fateUnknown.includes(code) ? error : new PostRefused(code)
}

function codeOf(error: unknown): string {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : ''
}
