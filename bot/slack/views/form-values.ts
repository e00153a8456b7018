import type { types, ViewOutput } from '@slack/bolt'

type Value = ViewOutput['state']['values'][string][string]

/** What stands in the one element of a form's block; undefined where the view has no such block. */
function valueIn(view: ViewOutput, blockId: string): Value | undefined {
  return Object.values(view.state.values[blockId] ?? {})[0]
}

/** What was typed, or an empty text. */
export function typed(view: ViewOutput, blockId: string): string {
  return valueIn(view, blockId)?.value ?? ''
}

/** The one option that was picked. */
export function chosen(view: ViewOutput, blockId: string): string | null {
  return valueIn(view, blockId)?.selected_option?.value ?? null
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

/** The rich text that was written; an empty one where nothing was. */
export function richText(view: ViewOutput, blockId: string): types.RichTextBlock {
  return valueIn(view, blockId)?.rich_text_value ?? { type: 'rich_text', elements: [] }
}
