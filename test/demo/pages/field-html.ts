import { asList, asObject, type Json } from '../../slack/check-block-element.ts'
import { asText } from './as-text.ts'
import { textHtml } from './blocks-html.ts'
import { html, trusted, type Html } from './html.ts'
import { typingFromRichText, typingHint } from './typed-rich-text.ts'

/** What stands in a field, as a form sends it: one text, or several for checkboxes. */
export function shownValue({ element }: Json, typed: unknown): string[] {
  const field = asObject(element)
  const held = { ...initial(field), ...asObject(typed) }
  if (field.type === 'rich_text_input') return [typingFromRichText(asObject(held.rich_text_value))]
  if (Array.isArray(held.selected_options))
    return asList(held.selected_options).map(({ value }) => String(value))
  if (field.type === 'external_select') return [wordsOf(asObject(held.selected_option))]
  const { selected_option: option, selected_date: day, selected_time: time, value } = held
  return [asText(asObject(option).value ?? day ?? time ?? value)]
}

export type FieldShown = { block: Json; typed: unknown; error: string | undefined; suggestAt: string }

/** An input block as a field of a form, under the name of its block id. */
export function fieldHtml({ block, typed, error, suggestAt }: FieldShown): Html {
  const name = `field:${String(block.block_id)}`
  const about = html`${textHtml(block.label)}${block.optional === true ? html` <i>optional</i>` : ''}`
  const control = controlHtml(block, name, shownValue(block, typed), suggestAt)
  const notes = html`
    ${'hint' in block ? html`<small>${textHtml(block.hint)}</small>` : ''}
    ${error === undefined ? '' : html`<small class="error">${error}</small>`}
  `
  // A label may stand for one control only.
  return isGroup(block)
    ? html`<fieldset class="field">
        <legend>${about}</legend>
        ${control}${notes}
      </fieldset>`
    : html`<label class="field">${about}${control}${notes}</label>`
}

function isGroup({ element }: Json): boolean {
  return ['radio_buttons', 'checkboxes', 'multi_static_select'].includes(String(asObject(element).type))
}

function controlHtml(block: Json, name: string, shown: string[], suggestAt: string): Html {
  const element = asObject(block.element)
  const required = trusted(block.optional === true ? '' : 'required')
  const placeholder = asText(asObject(element.placeholder).text)
  const [value = ''] = shown
  switch (element.type) {
    case 'rich_text_input':
      return html`<textarea name="${name}" rows="6" placeholder="${placeholder}" ${required} autofocus>
${value}</textarea
        ><small>${typingHint}</small>`
    case 'plain_text_input':
      return element.multiline === true
        ? html`<textarea name="${name}" rows="4" placeholder="${placeholder}" ${required}>${value}</textarea>`
        : html`<input name="${name}" value="${value}" placeholder="${placeholder}" ${required} />`
    case 'email_text_input':
      return html`<input
        type="email"
        name="${name}"
        value="${value}"
        placeholder="${placeholder}"
        ${required}
      />`
    case 'datepicker':
      return html`<input type="date" name="${name}" value="${value}" ${required} />`
    case 'timepicker':
      return html`<input type="time" name="${name}" value="${value}" ${required} />`
    case 'external_select':
      return html`<input
          name="${name}"
          value="${value}"
          placeholder="${placeholder}"
          list="options-${String(block.block_id)}"
          data-suggest="${suggestAt}?block=${String(block.block_id)}"
          autocomplete="off"
          ${required}
        /><datalist id="options-${String(block.block_id)}"></datalist>`
    case 'static_select':
      return html`<select name="${name}" ${required}>
        <option value="">${placeholder || '…'}</option>
        ${asList(element.options).map(
          (option) =>
            html`<option value="${String(option.value)}" ${mark('selected', shown, option)}>
              ${textHtml(option.text)}
            </option>`,
        )}
      </select>`
    default:
      return html`${asList(element.options).map(
        (option) =>
          html`<label class="choice">
            <input
              type="${element.type === 'radio_buttons' ? 'radio' : 'checkbox'}"
              name="${name}"
              value="${String(option.value)}"
              ${mark('checked', shown, option)}
            />
            <span>${textHtml(option.text)} <small>${textHtml(option.description)}</small></span>
          </label>`,
      )}`
  }
}

function mark(word: 'selected' | 'checked', shown: string[], { value }: Json): Html {
  return trusted(shown.includes(String(value)) ? word : '')
}

function wordsOf(option: Json): string {
  const { text } = asObject(option.text)
  return typeof text === 'string' ? text : ''
}

function initial(element: Json): Json {
  const { initial_value: text, initial_option: option, initial_options: options } = element
  return {
    value: text,
    rich_text_value: text,
    selected_option: option,
    selected_options: options,
    selected_date: element.initial_date,
    selected_time: element.initial_time,
  }
}
