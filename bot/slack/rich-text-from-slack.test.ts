import type { types } from '@slack/bolt'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRichText, anySlackRichText } from '#core/rich-text/any-rich-text.ts'
import { checkRichText } from '#core/rich-text/check-rich-text.ts'
import { richTextFromSlack } from './rich-text-from-slack.ts'
import { richTextToSlack } from './rich-text-to-slack.ts'

type Inline = types.RichTextElement
type Listed = types.RichTextList & { offset?: number }

const section = (...elements: Inline[]): types.RichTextSection => ({ type: 'rich_text_section', elements })
const typed = (text: string, style?: types.RichTextText['style']): Inline => ({
  type: 'text',
  text,
  ...(style && { style }),
})
const content = (...elements: types.RichTextBlockElement[]) =>
  richTextFromSlack({ type: 'rich_text', elements }, names).doc.content
const names = {
  userName: (id: string) => (id === 'U1' ? 'Camila Rojas' : undefined),
  channelName: () => 'causas',
}

const text = (value: string, ...marks: unknown[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks }),
})
const paragraph = (...inlines: unknown[]) => ({ type: 'paragraph', content: inlines })
const item = (...blocks: unknown[]) => ({ type: 'listItem', content: blocks })

function list(style: 'bullet' | 'ordered', indent: number, lines: string[], offset?: number): Listed {
  const elements = lines.map((line) => section(typed(line)))
  return { type: 'rich_text_list', style, indent, elements, ...(offset !== undefined && { offset }) }
}

test('what Slack can show comes back from it unchanged', () => {
  fc.assert(
    fc.property(anySlackRichText, (richText) => {
      expect(richTextFromSlack(richTextToSlack(richText))).toEqual(richText)
    }),
  )
})

test('whatever else is written loses no word on its way through Slack, and settles at once', () => {
  fc.assert(
    fc.property(anyRichText, (richText) => {
      const once = richTextFromSlack(richTextToSlack(richText))
      expect(checkRichText(once)).toEqual(once)
      expect(richTextFromSlack(richTextToSlack(once))).toEqual(once)
      expect(wordsOf(once)).toBe(wordsOf(richText))
    }),
  )
})

function wordsOf(value: unknown): string {
  const words: string[] = []
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'text' && typeof inner === 'string') words.push(inner)
    return inner
  })
  return words.join('')
}

test('one Enter is a line end and two are a new paragraph', () => {
  expect(
    content(
      section(typed('Estimada Rosa:\n'), typed('hay novedades.\n\n\nSaludos\n')),
      section(typed('C.R.')),
    ),
  ).toEqual([
    paragraph(text('Estimada Rosa:'), { type: 'hardBreak' }, text('hay novedades.')),
    paragraph(text('Saludos')),
    paragraph(text('C.R.')),
  ])
})

test('flat lists with an indent become lists inside lists, and numbers go on after an inner list', () => {
  const found = content(
    list('ordered', 0, ['Cédula']),
    list('bullet', 1, ['anverso', 'reverso']),
    list('ordered', 0, ['Poder'], 1),
    list('ordered', 0, ['otra cuenta']),
  )
  const inner = {
    type: 'bulletList',
    content: [item(paragraph(text('anverso'))), item(paragraph(text('reverso')))],
  }
  expect(found).toEqual([
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [item(paragraph(text('Cédula')), inner), item(paragraph(text('Poder')))],
    },
    { type: 'orderedList', attrs: { start: 1 }, content: [item(paragraph(text('otra cuenta')))] },
  ])
})

test('a list that starts indented, or jumps, is nested no deeper than it has parents', () => {
  expect(content(list('bullet', 3, ['a']), list('bullet', 7, ['b']))).toEqual([
    {
      type: 'bulletList',
      content: [item(paragraph(text('a')), { type: 'bulletList', content: [item(paragraph(text('b')))] })],
    },
  ])
})

test('mentions, dates, emoji and colours become words', () => {
  const elements: Inline[] = [
    { type: 'user', user_id: 'U1', style: { bold: true } },
    typed(' y '),
    { type: 'user', user_id: 'U2' },
    typed(' en '),
    { type: 'channel', channel_id: 'C1' },
    typed(', '),
    { type: 'usergroup', usergroup_id: 'S1' },
    typed(' '),
    { type: 'broadcast', range: 'here' },
    typed(' '),
    { type: 'date', timestamp: 1_772_496_000, format: '{date_num}', fallback: '3 de marzo' },
    typed(' '),
    { type: 'date', timestamp: 1_772_496_000, format: '{date_num}' },
    typed(' '),
    { type: 'emoji', name: 'wave', unicode: '1f44b-1f3fd' },
    { type: 'emoji', name: 'estudio' },
    typed(' '),
    { type: 'color', value: '#F405B3' },
  ]
  expect(content(section(...elements))).toEqual([
    paragraph(
      text('@Camila Rojas', { type: 'bold' }),
      text(' y @U2 en #causas, @S1 @here 3 de marzo 2026-03-03 👋🏽:estudio: #F405B3'),
    ),
  ])
})

test('only https and mailto stay links', () => {
  const links: Inline[] = [
    { type: 'link', url: 'https://pjud.cl', text: 'PJUD', style: { bold: true, code: true } },
    { type: 'link', url: 'https://pjud.cl/causa' },
    { type: 'link', url: 'http://pjud.cl', text: 'viejo' },
    { type: 'link', url: 'http://pjud.cl' },
    { type: 'link', url: 'javascript:alert(1)', text: 'pinche aquí' },
    { type: 'link', url: 'mailto:casos@estudio.cl', text: 'casos@estudio.cl' },
  ]
  const linked = (value: string, href: string, ...marks: unknown[]) =>
    text(value, { type: 'link', attrs: { href } }, ...marks)
  expect(content(section(...links))).toEqual([
    paragraph(
      linked('PJUD', 'https://pjud.cl', { type: 'bold' }),
      linked('https://pjud.cl/causa', 'https://pjud.cl/causa'),
      text('viejo (http://pjud.cl)http://pjud.clpinche aquí'),
      linked('casos@estudio.cl', 'mailto:casos@estudio.cl'),
    ),
  ])
})

test('preformatted lines keep their look, quotes their place', () => {
  const found = content(
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'Rol C-1\nRol C-2' }] },
    { type: 'rich_text_quote', elements: [typed('Vistos:\n\nTéngase presente.', { italic: true })] },
  )
  const code = { type: 'code' }
  const italic = { type: 'italic' }
  expect(found).toEqual([
    paragraph(text('Rol C-1', code), { type: 'hardBreak' }, text('Rol C-2', code)),
    {
      type: 'blockquote',
      content: [paragraph(text('Vistos:', italic)), paragraph(text('Téngase presente.', italic))],
    },
  ])
})

test('a kind of element that Slack invents tomorrow loses no words', () => {
  const parsed: types.RichTextBlock = JSON.parse(
    '{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"citation","text":"art. 220"},{"type":"canvas"}]}]}',
  )
  expect(richTextFromSlack(parsed).doc.content).toEqual([paragraph(text('art. 220'))])
})

test('a form sent with nothing in it is refused and names its field', () => {
  for (const elements of [[], [section(typed('\n'))], [list('bullet', 0, [''])]]) {
    expect(() => richTextFromSlack({ type: 'rich_text', elements }, {}, 'text')).toThrow(
      expect.objectContaining({ code: 'text_missing', facts: { field: 'text' } }),
    )
  }
})
