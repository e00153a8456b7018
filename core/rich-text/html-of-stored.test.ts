import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRichText } from './any-rich-text.ts'
import { rememberHtml, type StoredRichText } from './html-of-stored.ts'
import { richTextToHtml } from './rich-text-to-html.ts'

test('a stored text has the same HTML however often it is asked for, and whatever was asked for between', () => {
  const htmlOf = rememberHtml(2000)
  fc.assert(
    fc.property(fc.array(anyRichText, { minLength: 1, maxLength: 8 }), (texts) => {
      for (const text of [...texts, ...texts.toReversed()])
        expect(htmlOf(JSON.stringify(text) as StoredRichText)).toBe(richTextToHtml(text))
    }),
  )
})

test('so many texts may be asked for that those before are forgotten', () => {
  const htmlOf = rememberHtml()
  const long = (n: number) => ({
    version: 1 as const,
    doc: {
      type: 'doc' as const,
      content: [
        { type: 'paragraph' as const, content: [{ type: 'text' as const, text: `${n} `.repeat(20_000) }] },
      ],
    },
  })
  for (let n = 0; n < 200; n++) {
    const text = long(n % 120)
    expect(htmlOf(JSON.stringify(text) as StoredRichText)).toBe(richTextToHtml(text))
  }
})
