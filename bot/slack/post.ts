import { webApi } from '@slack/bolt'
import type { ChatNote } from '#core/delivery/chat-note.ts'
import type { Posted } from './notes/note.ts'
import { renderNote } from './notes/render-note.ts'
import type { Slack } from './tenants.ts'

export { slackOf, type Slack } from './tenants.ts'

export type PostedWhere = { conversation: string; messageId: string }

/** Slack will never take it: the person has left, the token is void. Nothing was posted. */
export class PostRefused extends Error {
  readonly reason: string

  constructor(reason: string) {
    super(`Slack refused the message: ${reason}`)
    this.name = 'PostRefused'
    this.reason = reason
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
const gone = ['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found']

/**
 * Posts a note to its member directly, or brings the message that stands up to date; gives back where it stands.
 * Throws PostRefused and PostDelayed; after anything else it is not known whether it was posted: try again with
 * `note.retry`, and it is looked up by its metadata first.
 */
export async function postNote(slack: Slack, note: ChatNote): Promise<PostedWhere> {
  const client = await slack.clientFor(note.tenant)
  if (!client) throw new PostRefused('not_connected')
  try {
    return (await updated(client, note)) ?? (await posted(client, note))
  } catch (error) {
    throw translated(error)
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

async function posted(client: webApi.WebClient, note: ChatNote): Promise<PostedWhere> {
  const { channel } = await client.conversations.open({ users: note.userId })
  const conversation = channel?.id
  if (!conversation) throw new PostRefused('no_direct_channel')
  const message: Posted = renderNote(note)
  const found = note.retry ? await lookedUp(client, conversation, note.outboxId) : null
  if (found) {
    await client.chat.update({ channel: conversation, ts: found, ...message })
    return { conversation, messageId: found }
  }
  const { ts } = await client.chat.postMessage({
    channel: conversation,
    ...message,
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: 'despacho_note', event_payload: { outbox: note.outboxId } },
  })
  if (!ts) throw new Error('Slack posted a message without a time')
  return { conversation, messageId: ts }
}

/** The message an earlier attempt has posted, if it did; the newest two hundred are looked through. */
async function lookedUp(client: webApi.WebClient, channel: string, outboxId: string): Promise<string | null> {
  const { messages = [] } = await client.conversations.history({
    channel,
    include_all_metadata: true,
    limit: 200,
  })
  const found = messages.find(({ metadata }) => {
    const payload: Record<string, unknown> = { ...metadata?.event_payload }
    return metadata?.event_type === 'despacho_note' && payload.outbox === outboxId
  })
  return found?.ts ?? null
}

function translated(error: unknown): unknown {
  if (error instanceof webApi.WebAPIRateLimitedError) return new PostDelayed(error.retryAfter * 1000)
  const code = codeOf(error)
  if (code === 'ratelimited' || code === 'rate_limited') return new PostDelayed(30_000)
  return code === '' || fateUnknown.includes(code) ? error : new PostRefused(code)
}

function codeOf(error: unknown): string {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : ''
}
