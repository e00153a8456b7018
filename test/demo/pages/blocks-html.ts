import { asList, asObject, type Json } from '../../slack/check-block-element.ts'
import { asText } from './as-text.ts'
import { escapeHtml, html, trusted, type Html } from './html.ts'
import { mrkdwnHtml } from './mrkdwn-html.ts'

/** What a click on something in a message or modal is called on the wire of these pages. */
export type Choice = { kind: 'click' | 'pick'; blockId: string; actionId: string; value: string }

/** Block Kit as a page shows it: what the app uses of it. Inputs are written by `field`; buttons carry a `Choice`. */
export function blocksHtml(blocks: readonly object[], field: (block: Json) => Html = () => html``): Html {
  return html`${blocks.map((block) => blockHtml(asObject(block), field))}`
}

/** A text of Block Kit, plain or mrkdwn. */
export function textHtml(value: unknown): Html {
  const { type, text } = asObject(value)
  if (typeof text !== 'string') return html``
  return type === 'mrkdwn' ? mrkdwnHtml(text) : trusted(escapeHtml(text).replaceAll('\n', '<br>'))
}

/** Reads a choice from a form. */
export function readChoice(text: string): Choice | undefined {
  const [kind, blockId, actionId, ...value] = text.split('|')
  if ((kind !== 'click' && kind !== 'pick') || !blockId || !actionId) return undefined
  return { kind, blockId, actionId, value: value.join('|') }
}

function blockHtml(block: Json, field: (block: Json) => Html): Html {
  switch (block.type) {
    case 'header':
      return html`<h3>${textHtml(block.text)}</h3>`
    case 'divider':
      return html`<hr />`
    case 'context':
      return html`<p class="context">${asList(block.elements).map(textHtml)}</p>`
    case 'section':
      return html`<div class="section">
        <div>${textHtml(block.text)} ${asList(block.fields).map((one) => html`<p>${textHtml(one)}</p>`)}</div>
        ${'accessory' in block ? elementHtml(asObject(block.accessory), block) : ''}
      </div>`
    case 'actions':
      return html`<div class="actions">
        ${asList(block.elements).map((element) => elementHtml(element, block))}
      </div>`
    case 'input':
      return field(block)
    case 'rich_text':
      return html`<p>${asList(block.elements).map(richHtml)}</p>`
    default:
      return html`<p class="context">(${String(block.type)})</p>`
  }
}

function elementHtml(element: Json, block: Json): Html {
  const choice = (kind: Choice['kind'], value: unknown) =>
    [kind, block.block_id, element.action_id, value ?? ''].map(String).join('|')
  switch (element.type) {
    case 'button':
      // Slack opens the address and tells the app of the click; all that matters is that it opens.
      if (typeof element.url === 'string') {
        return html`<a href="${element.url}" target="_blank" rel="noopener">${textHtml(element.text)}</a>`
      }
      return html`<button
        name="do"
        value="${choice('click', element.value)}"
        class="${asText(element.style)}"
        formnovalidate
        ${confirmation(element)}
      >
        ${textHtml(element.text)}
      </button>`
    case 'overflow':
      return html`<details class="menu">
        <summary aria-label="More">⋯</summary>
        <div>
          ${asList(element.options).map(
            (option) =>
              html`<button name="do" value="${choice('pick', option.value)}" formnovalidate>
                ${textHtml(option.text)}
              </button>`,
          )}
        </div>
      </details>`
    case 'static_select':
      return html`<select name="do" data-pick>
        <option value="">${textHtml(element.placeholder)}</option>
        ${asList(element.options).map(
          (option) => html`<option value="${choice('pick', option.value)}">${textHtml(option.text)}</option>`,
        )}
      </select>`
    default:
      return html``
  }
}

function confirmation({ confirm }: Json): Html {
  if (confirm === undefined) return html``
  const { title, text } = asObject(confirm)
  const words = [title, text].map((part) => asText(asObject(part).text)).join('\n\n')
  return html`data-confirm="${words}"`
}

function richHtml(element: Json): Html {
  if (element.type === 'rich_text_list')
    return html`<ul>
      ${asList(element.elements).map((item) => html`<li>${richHtml(item)}</li>`)}
    </ul>`
  return html`${asList(element.elements).map(({ text, url, style }) => {
    const words = typeof text === 'string' ? text : asText(url)
    const { bold, italic } = asObject(style)
    const inner = trusted(escapeHtml(words).replaceAll('\n', '<br>'))
    return bold === true ? html`<strong>${inner}</strong>` : italic === true ? html`<em>${inner}</em>` : inner
  })}`
}
