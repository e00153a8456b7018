import type { types } from '@slack/bolt'
import { asList, asObject, type Json } from './check-block-element.ts'
import { copyOfBlocks } from './open-views.ts'
import type { Emulator } from './start-emulator.ts'

/** A message as it now stands in Slack. */
export type SlackMessage = {
  channel: string
  ts: string
  /** Whoever posted it; the app's own bot user for ours. */
  user: string
  /** The fallback that notifications and screen readers use. */
  text: string
  blocks: types.KnownBlock[]
  threadTs?: string
  metadata?: Json
  /** What is attached to it, as Slack tells apps. */
  files?: Json[]
  isEdited: boolean
  /** Seen by one person only and kept nowhere. */
  isEphemeral: boolean
}

/** Everything in a channel, threads included, oldest first, as the emulator holds it now. */
export async function readMessages(emulator: Emulator, channel: string): Promise<SlackMessage[]> {
  const history = await emulator.ask('conversations.history', { channel, limit: 1000 })
  const roots = asList(history.messages)
  const threads = await Promise.all(
    roots
      .filter(({ reply_count: count }) => Number(count) > 0)
      .map(({ ts }) => emulator.ask('conversations.replies', { channel, ts, limit: 1000 })),
  )
  const replies = threads.flatMap(({ messages }) =>
    asList(messages).filter(({ ts, thread_ts: root }) => root && ts !== root),
  )
  return [...roots, ...replies]
    .map((message) => messageOf(channel, message))
    .sort((a, b) => Number(a.ts) - Number(b.ts))
}

/** One message from what an API call or its answer says of it. */
export function messageOf(channel: string, message: Json): SlackMessage {
  const { ts, user, text, thread_ts: threadTs, metadata, edited } = message
  return {
    channel,
    ts: String(ts),
    user: String(user),
    text: typeof text === 'string' ? text : '',
    blocks: copyOfBlocks(message.blocks),
    ...(typeof threadTs === 'string' ? { threadTs } : {}),
    ...(metadata !== undefined ? { metadata: asObject(metadata) } : {}),
    isEdited: edited !== undefined,
    isEphemeral: false,
  }
}
