import type { types } from '@slack/bolt'
import { asList, asObject, type Json } from './check-block-element.ts'
import type { SlackView } from './open-views.ts'
import { blockLines } from './visible-text.ts'

export type SlackOption = types.PlainTextOption | types.MrkdwnOption

/** What a person puts into a field: words, or several of them, an option as it came, rich text; null empties it. */
export type FieldValue =
  string | string[] | SlackOption | types.RichTextBlock | SlackFile | SlackFile[] | null

/** A file as Slack tells of it, once somebody has put it into a form. */
export type SlackFile = {
  id: string
  name: string
  mimetype: string
  size: number
  url_private_download: string
}

/** A place in a view where something can be put in. */
export type Field = {
  blockId: string
  actionId: string
  element: Json
  isRequired: boolean
  /** The app is told at once, not only when the form is sent. */
  isDispatched: boolean
}

/** Every field of a view: its inputs, and the selects and pickers that stand in sections and rows of actions. */
export function fieldsOf(view: SlackView): Field[] {
  return view.blocks.flatMap((block) => {
    const {
      block_id: blockId = '',
      element,
      accessory,
      elements,
      optional,
      dispatch_action: dispatched,
    } = asObject(block)
    const isInput = block.type === 'input'
    const candidates = isInput ? [asObject(element)] : [asObject(accessory), ...asList(elements)]
    return candidates
      .filter(({ type }) => typeof type === 'string' && !notFields.has(type))
      .map((field) => ({
        blockId: String(blockId),
        actionId: String(field.action_id),
        element: field,
        isRequired: isInput && optional !== true,
        isDispatched: !isInput || dispatched === true,
      }))
  })
}

const notFields = new Set([
  'button',
  'overflow',
  'image',
  'plain_text',
  'mrkdwn',
  'rich_text_section',
  'rich_text_list',
  'rich_text_quote',
  'rich_text_preformatted',
])

/** What stands in a field before anybody touches it, in the shape of `view.state`. */
export function initialValue({ type, ...element }: Json): Json {
  const or = (value: unknown, otherwise: unknown) => ({ type, [holder(type)]: value ?? otherwise })
  switch (type) {
    case 'file_input':
      return { type, files: [] }
    case 'rich_text_input':
      return element.initial_value === undefined ? { type } : or(element.initial_value, null)
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return or(element.initial_value, null)
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return or(element.initial_options, [])
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return or(element.initial_option, null)
    default:
      return or(element[holder(type).replace('selected', 'initial')], holder(type).endsWith('s') ? [] : null)
  }
}

/** The value of a field after somebody has put `value` into it; `offer` finds options by what was typed. */
export async function typeInto(
  { element, blockId }: Field,
  value: FieldValue,
  offer: (query: string) => Promise<SlackOption[]>,
): Promise<Json> {
  const { type } = element
  const key = holder(type)
  if (value === null) return initialValue({ type })
  if (type === 'file_input') return { type, files: asArray(value) }
  if (key === 'rich_text_value') return { type, [key]: typeof value === 'string' ? richText(value) : value }
  if (key === 'selected_option') return { type, [key]: await choose(value) }
  if (key === 'selected_options') return { type, [key]: await Promise.all(asArray(value).map(choose)) }
  return { type, [key]: key.endsWith('s') ? asArray(value) : value }

  async function choose(wanted: FieldValue): Promise<SlackOption> {
    if (typeof wanted !== 'string') {
      if (wanted !== null && 'value' in wanted) return wanted
      throw new Error(`${blockId} takes an option`)
    }
    const options = String(type).includes('external') ? await offer(wanted) : optionsOf(element)
    const exact = options.find((option) => option.value === wanted || option.text.text === wanted)
    const found = exact ?? options.find(({ text }) => text.text.toLowerCase().includes(wanted.toLowerCase()))
    if (!found)
      throw new Error(
        `${blockId} offers no "${wanted}", but: ${options.map(({ text }) => text.text).join(' · ')}`,
      )
    return found
  }
}

/** Whether a field holds nothing, so that Slack would not let the form go. */
export function isEmptyValue({ type, ...value }: Json): boolean {
  const held = type === 'file_input' ? value.files : value[holder(type)]
  if (held === undefined || held === null || held === '') return true
  if (Array.isArray(held)) return held.length === 0
  return type === 'rich_text_input' && blockLines(asObject(held)).join('') === ''
}

function holder(type: unknown): string {
  const name = String(type)
  if (name === 'rich_text_input') return 'rich_text_value'
  if (name.endsWith('_input')) return 'value'
  if (name === 'datepicker') return 'selected_date'
  if (name === 'timepicker') return 'selected_time'
  if (name === 'datetimepicker') return 'selected_date_time'
  const plural = name.startsWith('multi_') || name === 'checkboxes' ? 's' : ''
  const kind = /^(?:multi_)?(users|conversations|channels)_select$/.exec(name)?.[1]?.slice(0, -1) ?? 'option'
  return `selected_${kind}${plural}`
}

function optionsOf(element: Json): SlackOption[] {
  const inGroups = asList(element.option_groups).flatMap((group) => asList(group.options))
  return JSON.parse(JSON.stringify([...asList(element.options), ...inGroups]))
}

/** Slack's composer keeps typed lines in one section, line ends and all. */
function richText(text: string): types.RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }
}

function asArray(value: FieldValue): FieldValue[] {
  return Array.isArray(value) ? value : [value]
}
