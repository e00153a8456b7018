import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRichText } from './any-rich-text.ts'
import { checkRichText } from './check-rich-text.ts'
import { richTextToText } from './rich-text-to-text.ts'

const plain = (...content: unknown[]) =>
  richTextToText(checkRichText({ version: 1, doc: { type: 'doc', content } }))
const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const item = (...content: unknown[]) => ({ type: 'listItem', content })
const link = (href: string) => ({ type: 'link', attrs: { href } })

test('a client with a plain mail program reads the same structure', () => {
  const written = [
    { type: 'heading', attrs: { level: 2 }, content: [text('Audiencia')] },
    paragraph(text('El martes'), { type: 'hardBreak' }, text('a las 9:00')),
    {
      type: 'orderedList',
      attrs: { start: 9 },
      content: [
        item(paragraph(text('Cédula')), {
          type: 'bulletList',
          content: [item(paragraph(text('anverso'))), item(paragraph(text('reverso')))],
        }),
        item(paragraph(text('Poder')), paragraph(text('firmado'))),
      ],
    },
    { type: 'blockquote', content: [paragraph(text('Vistos:')), paragraph(text('Téngase presente.'))] },
  ]
  expect(plain(...written)).toBe(
    [
      'Audiencia',
      '',
      'El martes',
      'a las 9:00',
      '',
      '9. Cédula',
      '   - anverso',
      '   - reverso',
      '10. Poder',
      '',
      '    firmado',
      '',
      '> Vistos:',
      '>',
      '> Téngase presente.',
    ].join('\n'),
  )
})

test('a link stands beside its words once, and alone where the words are the address', () => {
  const pjud = link('https://pjud.cl/')
  expect(plain(paragraph(text('Poder ', pjud), text('Judicial', pjud, { type: 'bold' }), text('.')))).toBe(
    'Poder Judicial (https://pjud.cl/).',
  )
  expect(plain(paragraph(text('https://pjud.cl', pjud)))).toBe('https://pjud.cl')
  expect(plain(paragraph(text('casos@estudio.cl', link('mailto:casos@estudio.cl'))))).toBe('casos@estudio.cl')
})

test('a struck date stays recognisable as struck', () => {
  expect(plain(paragraph(text('3 de marzo', { type: 'strike' }), text(' 5 de marzo')))).toBe(
    '~~3 de marzo~~ 5 de marzo',
  )
})

test('no word gets lost', () => {
  fc.assert(
    fc.property(anyRichText, (richText) => {
      const result = richTextToText(richText)
      JSON.stringify(richText, (key, value: unknown) => {
        if (key === 'text' && typeof value === 'string') expect(result).toContain(value.trim())
        return value
      })
    }),
  )
})
