import { expect, test } from 'vitest'
import { checkBlocks } from './check-blocks.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const markdown = (text: string) => ({ type: 'mrkdwn', text })
const option = (value: string, text = value) => ({ text: plain(text), value })
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`o${index}`))
const input = (element: object, rest: object = {}) => ({
  type: 'input',
  block_id: 'b',
  label: plain('Título'),
  element,
  ...rest,
})
const textInput = (rest: object = {}) => ({ type: 'plain_text_input', action_id: 'a', ...rest })
const button = (rest: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Aprobar'), ...rest })
const section = (rest: object = {}) => ({ type: 'section', text: markdown('*Llegó*'), ...rest })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const modal = (...blocks: object[]) => ({
  type: 'modal',
  title: plain('Novedad'),
  submit: plain('Enviar'),
  blocks,
})
const message = (...blocks: object[]) => ({ text: 'Llegaron 3 documentos', blocks })
const select = (rest: object) => input({ type: 'static_select', action_id: 'a', ...rest })
const richText = (...elements: object[]) => ({ type: 'rich_text', elements })

test('what Slack takes is taken', () => {
  const full = modal(
    { type: 'header', text: plain('a'.repeat(150)) },
    section({
      text: markdown('a'.repeat(3000)),
      accessory: button({ value: 'a'.repeat(2000), style: 'danger' }),
    }),
    section({ text: undefined, fields: [plain('a'), markdown('a'.repeat(2000))] }),
    {
      type: 'context',
      elements: [markdown('a'), { type: 'image', image_url: 'https://x.cl/a.png', alt_text: 'a' }],
    },
    { type: 'divider' },
    input(textInput({ max_length: 3000, placeholder: plain('a'.repeat(150)) }), {
      hint: plain('a'),
      block_id: 'c',
    }),
    select({ options: options(100), initial_option: option('o99') }),
    richText({
      type: 'rich_text_list',
      indent: 8,
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }],
    }),
  )
  expect(checkBlocks({ ...full, private_metadata: 'a'.repeat(3000) })).toEqual([])
  expect(checkBlocks(message(section(), actions(button(), button({ action_id: 'b' }))))).toEqual([])
  expect(checkBlocks({ text: 'hola', metadata: { event_type: 'news', event_payload: { id: '1' } } })).toEqual(
    [],
  )
  expect(checkBlocks({ options: options(100) })).toEqual([])
  expect(checkBlocks({ options: [] })).toEqual([])
  expect(checkBlocks({ type: 'home', blocks: [section()] })).toEqual([])
})

test.each<[string, object, string]>([
  [
    'a title of 25',
    { ...modal(section()), title: plain('a'.repeat(25)) },
    'title: 25 characters, at most 24',
  ],
  ['a send button of 25', { ...modal(section()), submit: plain('a'.repeat(25)) }, 'submit: 25 characters'],
  [
    'a title in markdown',
    { ...modal(section()), title: markdown('a') },
    'title: "mrkdwn" where Slack wants plain_text',
  ],
  [
    'metadata of 3001',
    { ...modal(section()), private_metadata: 'a'.repeat(3001) },
    'private_metadata: 3001 characters',
  ],
  ['a form without a send button', { ...modal(input(textInput())), submit: undefined }, 'submit: missing'],
  ['a modal without blocks', modal(), 'blocks: empty'],
  [
    'a modal of 101 blocks',
    modal(...Array.from({ length: 101 }, () => section())),
    'blocks: 101, at most 100',
  ],
  [
    'a message of 51 blocks',
    message(...Array.from({ length: 51 }, () => section())),
    'blocks: 51, at most 50',
  ],
  ['a message without fallback', { blocks: [section()] }, 'text: missing'],
  [
    'two blocks of one id',
    modal(input(textInput()), input(textInput())),
    'blocks: block_id "b" is used twice',
  ],
  ['two buttons of one id', message(actions(button(), button())), 'blocks[0]: action_id "a" is used twice'],
  ['an unknown block', message({ type: 'table2' }), 'blocks[0]: unknown block type "table2"'],
  ['an empty section', message(section({ text: undefined })), 'blocks[0]: neither text nor fields'],
  ['a section of nothing', message(section({ text: markdown('') })), 'blocks[0].text: missing or empty'],
  [
    'a section of 3001',
    message(section({ text: markdown('a'.repeat(3001)) })),
    'blocks[0].text: 3001 characters',
  ],
  [
    'eleven fields',
    message(section({ fields: Array.from({ length: 11 }, () => plain('a')) })),
    'blocks[0].fields: 11, at most 10',
  ],
  ['a header in markdown', message({ type: 'header', text: markdown('a') }), 'blocks[0].text: "mrkdwn"'],
  [
    'a context of eleven',
    message({ type: 'context', elements: Array.from({ length: 11 }, () => plain('a')) }),
    '.elements: 11',
  ],
  [
    '26 buttons',
    message(actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` })))),
    '.elements: 26',
  ],
  [
    'a button of 76',
    message(actions(button({ text: plain('a'.repeat(76)) }))),
    '.elements[0].text: 76 characters',
  ],
  [
    'a button worth 2001',
    message(actions(button({ value: 'a'.repeat(2001) }))),
    '.elements[0].value: 2001 characters',
  ],
  ['a blue button', message(actions(button({ style: 'blue' }))), '.elements[0].style: "blue"'],
  [
    'a long question',
    message(
      actions(
        button({
          confirm: { title: plain('a'), text: plain('a'.repeat(301)), confirm: plain('a'), deny: plain('a') },
        }),
      ),
    ),
    '.confirm.text: 301',
  ],
  ['101 options', modal(select({ options: options(101) })), '.element.options: 101, at most 100'],
  [
    'an option of 76',
    modal(select({ options: [option('a', 'a'.repeat(76))] })),
    '.options[0].text: 76 characters',
  ],
  [
    'an option worth 151',
    modal(select({ options: [option('a'.repeat(151), 'a')] })),
    '.options[0].value: 151 characters',
  ],
  ['no option', modal(select({ options: [] })), '.element.options: empty'],
  [
    'two options of one value',
    modal(select({ options: [option('a'), option('a', 'b')] })),
    'value "a" is used twice',
  ],
  [
    'a foreign choice',
    modal(select({ options: options(2), initial_option: option('x') })),
    'initial option "x" is not among',
  ],
  [
    'eleven boxes',
    modal(input({ type: 'checkboxes', action_id: 'a', options: options(11) })),
    '.options: 11, at most 10',
  ],
  [
    'a menu of six',
    message(actions({ type: 'overflow', action_id: 'a', options: options(6) })),
    '.options: 6, at most 5',
  ],
  ['an answer of 101 options', { options: options(101) }, 'options: 101, at most 100'],
  [
    'an input of 3001',
    modal(input(textInput({ max_length: 3001 }))),
    '.element.max_length: 3001, from 1 to 3000',
  ],
  [
    'a value beyond its limit',
    modal(input(textInput({ max_length: 2, initial_value: 'abc' }))),
    '.initial_value: 3 characters',
  ],
  [
    'a long placeholder',
    modal(input(textInput({ placeholder: plain('a'.repeat(151)) }))),
    '.placeholder: 151 characters',
  ],
  ['a button as input', modal(input(button())), 'a button cannot stand in an input'],
  ['an unknown element', modal(input({ type: 'slider' })), '.element: unknown element type "slider"'],
  [
    'an empty run',
    message(richText({ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] })),
    '.text: empty',
  ],
  [
    'a link to nowhere',
    message(richText({ type: 'rich_text_section', elements: [{ type: 'link', url: 'x' }] })),
    '.url: no address',
  ],
  [
    'an indent of nine',
    message(richText({ type: 'rich_text_list', indent: 9, elements: [] })),
    '.indent: 9, at most 8',
  ],
  ['half metadata', { text: 'a', metadata: { event_type: 'news' } }, 'metadata: needs'],
])('%s is caught', (_name, surface, complaint) => {
  expect(checkBlocks(surface).join('\n')).toContain(complaint)
})
