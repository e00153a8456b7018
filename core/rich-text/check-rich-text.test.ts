import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../errors.ts'
import { anyRichText } from './any-rich-text.ts'
import { checkRichText, MAX_RICH_TEXT_LENGTH } from './check-rich-text.ts'

const text = (value: string, ...marks: unknown[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks }),
})
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const rich = (...content: unknown[]) => ({ version: 1, doc: { type: 'doc', content } })
const link = (href: unknown) => ({ type: 'link', attrs: { href } })

function refusalOf(json: unknown) {
  try {
    checkRichText(json)
  } catch (error) {
    if (isRefusal(error)) return { code: error.code, facts: error.facts }
    throw error
  }
  return 'accepted'
}

test('what was checked once stays as it is', () => {
  fc.assert(
    fc.property(anyRichText, (richText) => {
      expect(checkRichText(richText)).toEqual(richText)
    }),
  )
})

test('a lawyer sending anything at all gets a text or a refusal, never a fault', () => {
  const scraps = fc.letrec((tie) => ({
    node: fc.record(
      {
        type: fc.constantFrom(
          'doc',
          'paragraph',
          'text',
          'listItem',
          'bulletList',
          'heading',
          'constructor',
          '__proto__',
        ),
        text: fc.anything(),
        attrs: fc.anything(),
        marks: fc.oneof(fc.anything(), fc.array(fc.record({ type: fc.string(), attrs: fc.anything() }))),
        content: fc.oneof({ maxDepth: 4 }, fc.anything(), fc.array(tie('node'), { maxLength: 3 })),
      },
      { requiredKeys: ['type'] },
    ),
  }))
  fc.assert(fc.property(fc.anything(), (json) => void refusalOf(json)))
  fc.assert(fc.property(scraps.node, (doc) => void refusalOf({ version: 1, doc })))
})

test('a foreign node, mark, version or shape is refused', () => {
  const refused = [
    null,
    'text',
    [],
    { version: 2, doc: rich(paragraph(text('a'))).doc },
    { version: 1, doc: paragraph(text('a')) },
    rich(),
    rich(text('loose')),
    rich({ type: 'image', attrs: { src: 'https://example.cl/x.png' } }),
    rich({ type: 'codeBlock', content: [text('a')] }),
    rich({ type: 'horizontalRule' }),
    rich({ type: 'heading', attrs: { level: 1 }, content: [text('a')] }),
    rich({ type: 'heading', attrs: { level: '2' }, content: [text('a')] }),
    rich({ type: 'bulletList', content: [paragraph(text('a'))] }),
    rich({
      type: 'orderedList',
      attrs: { start: 1.5 },
      content: [{ type: 'listItem', content: [paragraph(text('a'))] }],
    }),
    rich(paragraph(text('a', { type: 'highlight' }))),
    rich(paragraph(text('a', { type: 'code' }, { type: 'bold' }))),
    rich(paragraph(text(''))),
  ]
  for (const json of refused)
    expect(refusalOf(json), JSON.stringify(json)).toMatchObject({ code: 'rich_text_invalid' })
})

test.each([
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,<b>',
  'http://example.cl',
  '//example.cl',
  'https:/example.cl',
  'https://banco.cl@example.com/',
  'https://exa mple.cl',
  'https://example.cl/\u202egpj.exe',
  'mailto:',
  ' https://example.cl',
  null,
  7,
])('a link to %j is refused', (href) => {
  expect(refusalOf(rich(paragraph(text('pinche aquí', link(href)))))).toMatchObject({
    code: 'rich_text_invalid',
  })
})

test.each([
  'https://www.pjud.cl/causa?rol=C-123-2026#hoja',
  'HTTPS://pjud.cl',
  'mailto:casos@estudio.cl?subject=Hola',
])('a link to %j is kept as written', (href) => {
  const json = rich(paragraph(text('Poder Judicial', link(href))))
  expect(checkRichText(json).doc.content).toEqual(json.doc.content)
})

test('a text of blanks, marks and empty lists counts as nothing written', () => {
  const blank = [
    rich(paragraph()),
    rich(paragraph(text(' \u00a0\u200b\ufeff\u2060 '))),
    rich({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph()] }] }),
    rich(paragraph({ type: 'hardBreak' }), paragraph()),
  ]
  for (const json of blank)
    expect(refusalOf(json)).toEqual({ code: 'text_missing', facts: { field: 'text' } })
})

test('a text one letter over the limit is refused and says by how much', () => {
  const half = 'a'.repeat(MAX_RICH_TEXT_LENGTH / 2)
  expect(refusalOf(rich(paragraph(text(half)), paragraph(text(half))))).toBe('accepted')
  expect(refusalOf(rich(paragraph(text(half)), paragraph(text(half + 'a'))))).toEqual({
    code: 'text_too_long',
    facts: { field: 'text', most: MAX_RICH_TEXT_LENGTH, is: MAX_RICH_TEXT_LENGTH + 1 },
  })
})

test('eight lists inside one another are enough for anybody', () => {
  const nest = (levels: number): unknown =>
    levels === 0
      ? paragraph(text('a'))
      : {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [paragraph(text('a')), nest(levels - 1)] }],
        }
  expect(refusalOf(rich(nest(8)))).toBe('accepted')
  expect(refusalOf(rich(nest(9)))).toMatchObject({ code: 'rich_text_invalid' })
  expect(refusalOf(rich(nest(2_000)))).toMatchObject({ code: 'rich_text_invalid' })
})

test('a document of very many pieces is refused before it costs anything', () => {
  const many = Array.from({ length: 200_000 }, () => paragraph())
  expect(refusalOf({ version: 1, doc: { type: 'doc', content: many } })).toMatchObject({
    code: 'rich_text_invalid',
  })
})

test('attributes that are not ours, control characters and empty ends are left out', () => {
  const json = rich(
    paragraph(),
    {
      type: 'orderedList',
      attrs: { start: 3, type: 'a', onclick: 'x' },
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', attrs: { style: 'x' }, content: [text('uno\u0000\n dos\ud800')] }],
        },
      ],
    },
    paragraph(
      text('a'),
      text('b'),
      { type: 'hardBreak', marks: [{ type: 'bold' }] },
      text('c', { ...link('https://x.cl'), attrs: { href: 'https://x.cl', target: '_top' } }),
    ),
    paragraph(),
  )
  expect(checkRichText(json).doc.content).toEqual([
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [paragraph(text('uno  dos'))] }],
    },
    paragraph(text('ab'), { type: 'hardBreak' }, text('c', link('https://x.cl'))),
  ])
})
