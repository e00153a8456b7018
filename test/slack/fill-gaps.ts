import { randomBytes } from 'node:crypto'
import { asList, asObject, type Json } from './check-block-element.ts'
import type { SlackCall } from './slack-call.ts'
import { slackApp, userFlags, type Workspace } from './workspace.ts'

const EVERYTHING = 1000

/** What the emulator is asked in place of what the app asked: blocks get the ids that Slack would give them. */
export function argsForEmulator({ method, args }: SlackCall): Json {
  if (method === 'conversations.history' || method === 'conversations.replies') {
    return { channel: args.channel, ts: args.ts, limit: EVERYTHING }
  }
  const view = asObject(args.view)
  return {
    ...args,
    ...('blocks' in args ? { blocks: withIds(args.blocks) } : {}),
    ...('view' in args ? { view: { ...view, blocks: withIds(view.blocks) } } : {}),
  }
}

/** The emulator's answer with what it does not model: guests and strangers, shared channels, bots, parts of a history. */
export function fillGaps(call: SlackCall, answer: Json, workspace: Workspace): Json {
  if (answer.ok !== true) return answer
  switch (call.method) {
    case 'users.info':
      return { ...answer, user: withFlags(asObject(answer.user), call.args, workspace) }
    case 'users.list':
      return {
        ...answer,
        members: asList(answer.members).map((user) => withFlags(user, call.args, workspace)),
      }
    case 'conversations.info':
    case 'conversations.open':
      return { ...answer, channel: withSharing(asObject(answer.channel), workspace) }
    case 'conversations.list':
      return {
        ...answer,
        channels: asList(answer.channels).map((channel) => withSharing(channel, workspace)),
      }
    case 'chat.postMessage':
    case 'chat.update':
      return { ...answer, message: withBot(asObject(answer.message)) }
    case 'conversations.history':
    case 'conversations.replies':
      return { ...answer, ...pageOf(asList(answer.messages), call) }
    default:
      return answer
  }
}

function withIds(blocks: unknown): Json[] {
  const freshId = () => randomBytes(4).toString('base64url').slice(0, 5)
  return asList(blocks).map((block) =>
    block.block_id === undefined ? { ...block, block_id: freshId() } : block,
  )
}

function withFlags(user: Json, args: Json, { people }: Workspace): Json {
  const person = people.find(({ name }) => name === user.name)
  return { ...user, ...userFlags(person, isTrue(args.include_locale)) }
}

function withSharing(channel: Json, { channels }: Workspace): Json {
  const known = channels.find(({ name }) => name === channel.name)
  const isShared = known?.isExtShared ?? false
  return {
    ...channel,
    is_shared: isShared,
    is_ext_shared: isShared,
    is_org_shared: known?.isOrgShared ?? false,
    is_pending_ext_shared: known?.isPendingExtShared ?? false,
  }
}

function withBot(message: Json): Json {
  const { appId, botId, botUserId } = slackApp
  return message.user === botUserId ? { ...message, bot_id: botId, app_id: appId } : message
}

/** Metadata comes only to those who ask for it; `oldest` and `latest` are open ends unless `inclusive`. */
function pageOf(messages: Json[], { method, args }: SlackCall) {
  const limit = Math.min(Number(args.limit) || 100, EVERYTHING)
  const inRange = messages.filter(({ ts }) => isBetween(String(ts), args))
  const start = method === 'conversations.history' ? inRange.findIndex(({ ts }) => ts === args.cursor) : 0
  const rest = inRange.slice(Math.max(start, 0))
  const page = rest.slice(0, limit).map(({ metadata, ...message }) => ({
    ...withBot(message),
    ...(metadata !== undefined && isTrue(args.include_all_metadata) ? { metadata } : {}),
  }))
  const next = rest[limit]?.ts
  return { messages: page, has_more: next !== undefined, response_metadata: { next_cursor: next ?? '' } }
}

function isBetween(ts: string, { oldest, latest, inclusive }: Json): boolean {
  if (isTrue(inclusive) && [oldest, latest].includes(ts)) return true
  return Number(ts) > Number(oldest ?? 0) && Number(ts) < Number(latest ?? Number.POSITIVE_INFINITY)
}

/** Arguments come as words when they were sent as a form. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1'
}
