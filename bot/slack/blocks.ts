import type { types } from '@slack/bolt'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { cut } from './mrkdwn.ts'

/** Block Kit, as far as we use it; what is somebody's own text comes in here already safe, or goes into plain text. */
export type Block = types.KnownBlock
export type Option = types.PlainTextOption
export type Modal = types.ModalView
export type Home = types.HomeView

/** Plain text cut to what its place holds. */
export function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(text, most), emoji: false }
}

/** `text` is mrkdwn of at most 3000 units. Slack is not to look for links or mentions in it by itself. */
export function section(text: string, accessory?: types.SectionBlockAccessory): Block {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true }, ...(accessory && { accessory }) }
}

/** Small print of at most 3000 units of mrkdwn. */
export function context(text: string): Block {
  return { type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }
}

/** A title of its own; plain text. */
export function header(text: string): Block {
  return { type: 'header', text: plain(text, 150) }
}

export const divider: Block = { type: 'divider' }

/** A row of things to click; the likely one comes first. */
export function actions(blockId: string, elements: types.ActionsBlockElement[]): Block {
  return { type: 'actions', block_id: blockId, elements }
}

/** A button; `value` comes back with the click. */
export function button(
  actionId: string,
  text: string,
  value: string,
  more: Pick<types.Button, 'style' | 'confirm' | 'url'> = {},
): types.Button {
  return { type: 'button', action_id: actionId, text: plain(text, 75), value, ...more }
}

/** An entry of a select or menu, with a second line where there is one. */
export function option(text: string, value: string, description = ''): Option {
  return { text: plain(text, 75), value, ...(description && { description: plain(description, 75) }) }
}

/** The ⋯ at the end of a section: at most five entries. */
export function menu(actionId: string, options: Option[]): types.Overflow {
  return { type: 'overflow', action_id: actionId, options }
}

/** The last question before something that is hard to take back. */
export function sure(
  words: ChatWords,
  ask: { title: string; text: string; yes: string },
): types.ConfirmationDialog {
  return {
    title: plain(ask.title, 100),
    text: plain(ask.text, 300),
    confirm: plain(ask.yes, 30),
    deny: plain(words.buttons.cancel, 30),
  }
}

/** A field of a form; its block id is the code word that refusals and machines know it by. */
export function input(
  blockId: string,
  label: string,
  element: types.InputBlockElement,
  more: {
    hint?: string
    optional?: boolean
    /** We are told of a choice at once, not only when the form is sent. */
    tellsAtOnce?: boolean
  } = {},
): Block {
  return {
    type: 'input',
    block_id: blockId,
    label: plain(label, 2000),
    element,
    ...(more.optional && { optional: true }),
    ...(more.tellsAtOnce && { dispatch_action: true }),
    ...(more.hint && { hint: plain(more.hint, 2000) }),
  }
}

/** A line to type in, up to `most` characters. */
export function textField(actionId: string, most: number, initial: string | null = null) {
  return {
    type: 'plain_text_input' as const,
    action_id: actionId,
    max_length: most,
    ...(initial && { initial_value: initial.slice(0, most) }),
  }
}

/** A field in which one of few is picked; `picked` says which is at first. */
export function select(
  blockId: string,
  label: string,
  options: Option[],
  { picked, hint }: { picked?: string; hint?: string } = {},
): Block {
  const initial = options.find((one) => one.value === picked)
  const element = { type: 'static_select', action_id: blockId, options } as const
  return input(blockId, label, { ...element, ...(initial && { initial_option: initial }) }, { hint })
}

export type Form = {
  callbackId: string
  title: string
  blocks: Block[]
  submit?: string
  close?: string
  metadata?: string
}

/** A modal; what is in it is told by `metadata`, which core never trusts. */
export function modal(form: Form): Modal {
  return {
    type: 'modal',
    callback_id: form.callbackId,
    title: plain(form.title, 24),
    blocks: form.blocks,
    ...(form.submit && { submit: plain(form.submit, 24) }),
    ...(form.close && { close: plain(form.close, 24) }),
    ...(form.metadata !== undefined && { private_metadata: form.metadata }),
  }
}

/** Lines put together into as few texts as hold them, each at most `most` units; no line may be longer than that. */
export function texts(lines: string[], most = 2900): string[] {
  const all: string[] = []
  for (const line of lines) {
    const last = all.at(-1)
    if (last !== undefined && last.length + 1 + line.length <= most) all[all.length - 1] = `${last}\n${line}`
    else all.push(line)
  }
  return all
}
