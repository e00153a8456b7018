import type { types, ViewOutput } from '@slack/bolt'
import { plain, type Option } from '../blocks.ts'

type Value = ViewOutput['state']['values'][string][string]

/** What stands in the one element of a form's block; undefined where the view has no such block. */
function valueIn(view: ViewOutput, blockId: string): Value | undefined {
  return Object.values(view.state.values[blockId] ?? {})[0]
}

/** What was typed, or an empty text. */
export function typed(view: ViewOutput, blockId: string): string {
  return valueIn(view, blockId)?.value ?? ''
}

/** What was typed into a field of one text; undefined where it is what the form itself showed, so that it was not changed. */
export function retyped(view: ViewOutput, blockId: string): string | undefined {
  const text = typed(view, blockId)
  return text === shownIn(view, blockId) ? undefined : text
}

function shownIn(view: ViewOutput, blockId: string): string {
  const block = view.blocks.find((one) => one.block_id === blockId)
  const element = block && 'element' in block ? block.element : null
  return element?.type === 'plain_text_input' ? (element.initial_value ?? '') : ''
}

/** The one option that was picked. */
export function chosen(view: ViewOutput, blockId: string): string | null {
  return valueIn(view, blockId)?.selected_option?.value ?? null
}

/** The same with its words, to be put into the field again. */
export function chosenOption(view: ViewOutput, blockId: string): Option | undefined {
  const found = valueIn(view, blockId)?.selected_option
  return found ? { text: plain(found.text.text, 75), value: found.value } : undefined
}

/** The conversation that was picked. */
export function conversation(view: ViewOutput, blockId: string): string | null {
  return valueIn(view, blockId)?.selected_conversation ?? null
}

/** The options that were picked; undefined where the form did not ask. */
export function allChosen(view: ViewOutput, blockId: string): string[] | undefined {
  const value = valueIn(view, blockId)
  return value && (value.selected_options ?? []).map((option) => option.value)
}

/** The day, `YYYY-MM-DD`, that was picked. */
export function day(view: ViewOutput, blockId: string): string | null {
  return valueIn(view, blockId)?.selected_date ?? null
}

/** The time, `HH:MM`, that was picked. */
export function time(view: ViewOutput, blockId: string): string | null {
  return valueIn(view, blockId)?.selected_time ?? null
}

/** The rich text that was written; an empty one where nothing was. */
export function richText(view: ViewOutput, blockId: string): types.RichTextBlock {
  return valueIn(view, blockId)?.rich_text_value ?? { type: 'rich_text', elements: [] }
}

/** The files that were put in. */
export function filesIn(view: ViewOutput, blockId: string): NonNullable<Value['files']> {
  return valueIn(view, blockId)?.files ?? []
}
