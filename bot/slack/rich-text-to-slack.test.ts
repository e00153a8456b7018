import { expect, test } from 'vitest'
import { checkRichText } from '#core/rich-text/check-rich-text.ts'
import { richTextToSlack } from './rich-text-to-slack.ts'

const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const item = (...content: unknown[]) => ({ type: 'listItem', content })
const slack = (...content: unknown[]) =>
  richTextToSlack(checkRichText({ version: 1, doc: { type: 'doc', content } })).elements
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements })
const plain = (value: string) => ({ type: 'text', text: value })

test('a heading is a bold line and paragraphs stand apart by a blank one', () => {
  const heading = {
    type: 'heading',
    attrs: { level: 3 },
    content: [text('Audiencia'), text(' C-1', { type: 'code' })],
  }
  expect(slack(heading, paragraph(text('Uno'), { type: 'hardBreak' }, text('Dos')))).toEqual([
    section(
      { type: 'text', text: 'Audiencia', style: { bold: true } },
      { type: 'text', text: ' C-1', style: { code: true } },
      plain('\n\n'),
      plain('Uno'),
      plain('\n'),
      plain('Dos'),
    ),
  ])
})

test('a link carries its words and their style', () => {
  const link = { type: 'link', attrs: { href: 'https://pjud.cl' } }
  expect(slack(paragraph(text('PJUD', link, { type: 'italic' })))).toEqual([
    section({ type: 'link', url: 'https://pjud.cl', text: 'PJUD', style: { italic: true } }),
  ])
})

test('what follows a list inside an item keeps its place, and the numbers go on', () => {
  const inner = { type: 'bulletList', content: [item(paragraph(text('anverso')))] }
  const list = {
    type: 'orderedList',
    attrs: { start: 5 },
    content: [
      item(paragraph(text('Cédula')), inner, paragraph(text('legible'))),
      item(paragraph(text('Poder'))),
    ],
  }
  expect(slack(list)).toEqual([
    { type: 'rich_text_list', style: 'ordered', indent: 0, offset: 4, elements: [section(plain('Cédula'))] },
    { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [section(plain('anverso'))] },
    section(plain('legible')),
    { type: 'rich_text_list', style: 'ordered', indent: 0, offset: 5, elements: [section(plain('Poder'))] },
  ])
})

test('a list inside a quote becomes lines with a mark', () => {
  const list = {
    type: 'orderedList',
    attrs: { start: 1 },
    content: [item(paragraph(text('uno'))), item(paragraph(text('dos')))],
  }
  expect(slack({ type: 'blockquote', content: [paragraph(text('Se pide:')), list] })).toEqual([
    {
      type: 'rich_text_quote',
      elements: ['Se pide:', '\n\n', '1. ', 'uno', '\n2. ', 'dos'].map(plain),
    },
  ])
})
