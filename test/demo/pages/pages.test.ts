import { expect, test } from 'vitest'
import { blocksHtml } from './blocks-html.ts'
import { fieldHtml } from './field-html.ts'
import { html } from './html.ts'
import { mrkdwnHtml } from './mrkdwn-html.ts'
import { richTextFromTyping, typingFromRichText } from './typed-rich-text.ts'

test('what somebody wrote is never markup of the page', () => {
  const name = '"><script>alert(1)</script>'
  expect(html`<p title="${name}">${[name]}</p>`.markup).not.toContain('<script>')
  expect(mrkdwnHtml('*&lt;script&gt;* <javascript:alert(1)|here> &amp;lt;').markup).toBe(
    '<strong>&lt;script&gt;</strong> here &amp;lt;',
  )
})

test.each([
  ['*bold*, _italic_ and `code`', '<strong>bold</strong>, <em>italic</em> and <code>code</code>'],
  ['2*3*4 and a_b_c', '2*3*4 and a_b_c'],
  [
    '*Para <@U0EMILY> y <https://a.example|_esto_>, hoy*',
    '<strong>Para @U0EMILY y <a href="https://a.example" target="_blank" rel="noreferrer">_esto_</a>, hoy</strong>',
  ],
  ['*<#C0LABOR>* \ue000', '<strong>#C0LABOR</strong> '],
  ['> one\n> two\nthree', '<blockquote>one<br>two</blockquote>three'],
  [
    '<https://a.example/b?c=1&amp;d=2|cédula.pdf> (3 KB)',
    '<a href="https://a.example/b?c=1&amp;d=2" target="_blank" rel="noreferrer">cédula.pdf</a> (3 KB)',
  ],
])('a line of a message looks as in Slack: %s', (text, shown) => {
  expect(mrkdwnHtml(text).markup).toBe(shown)
})

test('what is typed becomes what Slack’s composer would make of it, and can be typed on', () => {
  const typed = 'Ya está *inscrita* la posesión.\n- Uno\n- _Dos_\nSaludos'
  const block = richTextFromTyping(typed)
  expect(block.elements.map(({ type }) => type)).toEqual([
    'rich_text_section',
    'rich_text_list',
    'rich_text_section',
  ])
  expect(typingFromRichText({ ...block })).toBe(typed)
})

test('a button that is a link opens its address, and a field for an e-mail can be typed into', () => {
  const accessory = {
    type: 'button',
    action_id: 'look',
    text: { type: 'plain_text', text: 'Ver' },
    url: 'https://a.example/preview/x',
  }
  const section = { type: 'section', text: { type: 'plain_text', text: 'Rosa' }, accessory }
  expect(blocksHtml([section]).markup).toContain('<a href="https://a.example/preview/x" target="_blank"')
  const element = { type: 'email_text_input', action_id: 'email', initial_value: 'rosa@correo.example' }
  const block = { type: 'input', block_id: 'email', label: { type: 'plain_text', text: 'Correo' }, element }
  const field = fieldHtml({ block, typed: undefined, error: undefined, suggestAt: '' }).markup
  expect(field.replace(/\s+/g, ' ')).toContain(
    '<input type="email" name="field:email" value="rosa@correo.example"',
  )
})
