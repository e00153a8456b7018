import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRichText } from '#core/rich-text/any-rich-text.ts'
import { checkRichText } from '#core/rich-text/check-rich-text.ts'
import { richTextToMrkdwn } from './rich-text-to-mrkdwn.ts'

const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const item = (...content: unknown[]) => ({ type: 'listItem', content })
const rich = (...content: unknown[]) => checkRichText({ version: 1, doc: { type: 'doc', content } })
const bold = { type: 'bold' }

test('a lawyer sees the structure in a preview', () => {
  const inner = { type: 'orderedList', attrs: { start: 2 }, content: [item(paragraph(text('anverso')))] }
  const written = rich(
    { type: 'heading', attrs: { level: 2 }, content: [text('Audiencia')] },
    paragraph(text('El '), text('martes ', bold), text('a las 9:00', { type: 'italic' }), text(' en punto')),
    { type: 'bulletList', content: [item(paragraph(text('Cédula')), inner)] },
    {
      type: 'blockquote',
      content: [paragraph(text('Vistos', { type: 'strike' })), paragraph(text('C-1', { type: 'code' }))],
    },
    paragraph(text('aquí', { type: 'link', attrs: { href: 'https://pjud.cl/?a=1&b=|' } })),
  )
  expect(richTextToMrkdwn(written)).toBe(
    [
      '*Audiencia*',
      '',
      'El *martes* _a las 9:00_ en punto',
      '',
      '• Cédula',
      '    2. anverso',
      '',
      '> ~Vistos~',
      '> ',
      '> `C-1`',
      '',
      '<https://pjud.cl/?a=1&amp;b=%7C|aquí>',
    ].join('\n'),
  )
})

test('nobody is mentioned and nothing is linked by what a member types', () => {
  expect(richTextToMrkdwn(rich(paragraph(text('<!channel> <@U1> & <https://x.cl|y>'))))).toBe(
    '&lt;!channel&gt; &lt;@U1&gt; &amp; &lt;https://x.cl|y&gt;',
  )
})

test('bold in the middle of a word is still bold', () => {
  expect(richTextToMrkdwn(rich(paragraph(text('im'), text('posible', bold), text('mente'))))).toBe(
    'im\u200b*posible*\u200bmente',
  )
})

test('a long text ends in an ellipsis with its markup closed', () => {
  const written = rich(paragraph(text('Se fija audiencia', bold), text(' para el martes')))
  expect(richTextToMrkdwn(written, 12)).toBe('*Se fija a*…')
  expect(richTextToMrkdwn(written, 25)).toBe('*Se fija audiencia* para…')
  expect(richTextToMrkdwn(written, 34)).toBe('*Se fija audiencia* para el martes')
})

test('a family of one emoji is never cut in two', () => {
  expect(richTextToMrkdwn(rich(paragraph(text('a👩‍👩‍👧b'))), 8)).toBe('a…')
})

test('a preview never exceeds its room', () => {
  fc.assert(
    fc.property(anyRichText, fc.integer({ min: 1, max: 120 }), (richText, room) => {
      const preview = richTextToMrkdwn(richText, room)
      expect(preview.length).toBeLessThanOrEqual(room)
      expect(preview.isWellFormed()).toBe(true)
    }),
  )
})
