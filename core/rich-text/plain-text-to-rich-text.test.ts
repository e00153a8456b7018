import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../errors.ts'
import { checkRichText } from './check-rich-text.ts'
import { plainTextToRichText } from './plain-text-to-rich-text.ts'
import { richTextToText } from './rich-text-to-text.ts'

const content = (text: string) => plainTextToRichText(text).doc.content
const text = (value: string) => ({ type: 'text', text: value })
const link = (href: string) => ({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })

test('a blank line starts a paragraph and a single line end stays one', () => {
  expect(content('\nEstimada Rosa:\r\nhay novedades.\n \n\nSaludos\n')).toEqual([
    { type: 'paragraph', content: [text('Estimada Rosa:'), { type: 'hardBreak' }, text('hay novedades.')] },
    { type: 'paragraph', content: [text('Saludos')] },
  ])
})

test.each([
  ['Vea https://pjud.cl/causa.', ['Vea ', 'https://pjud.cl/causa', '.']],
  ['(https://pjud.cl)', ['(', 'https://pjud.cl', ')']],
  [
    'https://es.wikipedia.org/wiki/Poder_(derecho), sí',
    ['', 'https://es.wikipedia.org/wiki/Poder_(derecho)', ', sí'],
  ],
  ['«https://pjud.cl/»', ['«', 'https://pjud.cl/', '»']],
])('the address in %j becomes a link without the punctuation around it', (written, [before, href, after]) => {
  const expected = [before && text(before), link(href ?? ''), after && text(after)].filter(Boolean)
  expect(content(written)).toEqual([{ type: 'paragraph', content: expected }])
})

test('an http address and one with a password stay text', () => {
  const written = 'http://pjud.cl https://banco.cl:x@example.com'
  expect(content(written)).toEqual([{ type: 'paragraph', content: [text(written)] }])
})

test('typing nothing is refused', () => {
  for (const written of ['', ' \n\n\t\n']) {
    expect(() => plainTextToRichText(written, 'details')).toThrow(
      expect.objectContaining({ code: 'text_missing', facts: { field: 'details' } }),
    )
  }
})

test.each([
  'a' + ' '.repeat(500_000) + 'b',
  '\n '.repeat(500_000) + 'b',
  'https://a.cl/' + ').'.repeat(500_000),
])('half a million characters are refused before they cost anything', (typed) => {
  const refused = typed.startsWith('\n') ? 'accepted' : 'text_too_long'
  expect(outcomeOf(typed)).toBe(refused)
})

function outcomeOf(typed: string) {
  try {
    plainTextToRichText(typed)
    return 'accepted'
  } catch (error) {
    if (isRefusal(error)) return error.code
    throw error
  }
}

test('whatever is typed becomes canonical rich text that says the same', () => {
  const words = (value: string) => value.replace(/[\p{Cc}\p{Z}\s]+/gu, ' ').trim()
  const typed = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n', '\n\n', '\r\n', 'https://pjud.cl/a.')),
  )
  fc.assert(
    fc.property(typed, (pieces) => {
      const written = pieces.join('')
      try {
        const richText = plainTextToRichText(written)
        expect(checkRichText(richText)).toEqual(richText)
        expect(words(richTextToText(richText))).toBe(words(written))
      } catch (error) {
        if (!isRefusal(error) || error.code !== 'text_missing') throw error
      }
    }),
  )
})
