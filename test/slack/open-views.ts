import type { types } from '@slack/bolt'
import { asObject, type Json } from './check-block-element.ts'

/** A view as Slack holds it and sends it along. */
export type SlackView = {
  id: string
  team_id: string
  type: 'modal' | 'home'
  callback_id: string
  private_metadata: string
  external_id: string
  hash: string
  root_view_id: string
  previous_view_id: string | null
  title: types.PlainTextElement | null
  submit: types.PlainTextElement | null
  close: types.PlainTextElement | null
  clear_on_close: boolean
  notify_on_close: boolean
  blocks: types.KnownBlock[]
  app_id: string
  bot_id: string
}

/** What stands in the fields of a view: by block id, then by action id. */
export type ViewValues = Record<string, Record<string, unknown>>

export type OpenViews = {
  /** A modal opens, in place of any other of this person. */
  open: (userId: string, view: SlackView) => void
  /** A modal is laid upon the one that is open. */
  push: (userId: string, view: SlackView) => void
  /** An open view shows something else; what was typed stays where block and action keep their ids. */
  replace: (view: SlackView) => void
  /** The topmost view goes, and the one beneath shows; `clear` takes them all. */
  pop: (userId: string) => void
  clear: (userId: string) => void
  publishHome: (userId: string, view: SlackView) => void
  top: (userId: string) => SlackView | undefined
  home: (userId: string) => SlackView | undefined
  isOpen: (viewId: string) => boolean
  /** Everything typed so far into this view. */
  values: (viewId: string) => ViewValues
  type: (viewId: string, blockId: string, actionId: string, value: unknown) => void
}

/** Keeps the modals each person has open, one upon the other, and what they have typed into them. */
export function keepOpenViews(): OpenViews {
  const stacks = new Map<string, SlackView[]>()
  const homes = new Map<string, SlackView>()
  const typed = new Map<string, ViewValues>()
  const stackOf = (userId: string) => stacks.get(userId) ?? []
  return {
    open: (userId, view) => void stacks.set(userId, [view]),
    push: (userId, view) => void stacks.set(userId, [...stackOf(userId), view]),
    replace(view) {
      for (const [userId, stack] of stacks) {
        stacks.set(
          userId,
          stack.map((open) => (open.id === view.id ? view : open)),
        )
      }
      typed.set(view.id, keptValues(view, typed.get(view.id) ?? {}))
    },
    pop: (userId) => void stacks.set(userId, stackOf(userId).slice(0, -1)),
    clear: (userId) => void stacks.delete(userId),
    publishHome: (userId, view) => void homes.set(userId, view),
    top: (userId) => stackOf(userId).at(-1),
    home: (userId) => homes.get(userId),
    isOpen: (viewId) =>
      [...stacks.values(), [...homes.values()]].some((views) => views.some(({ id }) => id === viewId)),
    values: (viewId) => typed.get(viewId) ?? {},
    type(viewId, blockId, actionId, value) {
      const values = typed.get(viewId) ?? {}
      typed.set(viewId, { ...values, [blockId]: { ...values[blockId], [actionId]: value } })
    },
  }
}

function keptValues(view: SlackView, values: ViewValues): ViewValues {
  const kept = view.blocks.filter(({ block_id: id }) => id !== undefined && id in values)
  return Object.fromEntries(kept.map(({ block_id: id = '' }) => [id, values[id] ?? {}]))
}

/** A view as an answer of the emulator holds it, copied so that it stays what it was at that moment. */
export function viewOf(answer: Json): SlackView {
  const view = asObject(answer.view)
  const { title, submit, close, previous_view_id: previous } = view
  const word = (key: string) => (typeof view[key] === 'string' ? view[key] : '')
  return {
    id: word('id'),
    team_id: word('team_id'),
    type: view.type === 'home' ? 'home' : 'modal',
    callback_id: word('callback_id'),
    private_metadata: word('private_metadata'),
    external_id: word('external_id'),
    hash: word('hash'),
    root_view_id: word('root_view_id'),
    previous_view_id: typeof previous === 'string' ? previous : null,
    title: plainText(title),
    submit: plainText(submit),
    close: plainText(close),
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
    blocks: copyOfBlocks(view.blocks),
    app_id: word('app_id'),
    bot_id: word('bot_id'),
  }
}

/** Blocks as the app sent them. That they are blocks is what `checkBlocks` looks at, not the compiler. */
export function copyOfBlocks(blocks: unknown): types.KnownBlock[] {
  return Array.isArray(blocks) ? JSON.parse(JSON.stringify(blocks)) : []
}

function plainText(value: unknown): types.PlainTextElement | null {
  const { text } = asObject(value)
  return typeof text === 'string' ? { type: 'plain_text', text } : null
}
