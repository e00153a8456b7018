import { expect, test } from 'vitest'
import { cpuTime } from '#test/cpu-time.ts'
import fc from 'fast-check'
import { htmlText } from './html-text.ts'
import { tameHtml } from './tame-html.ts'

test('an HTML mail reads as text: paragraphs, lists, links, accents', () => {
  const html =
    '<html><head><title>no</title><style>p{color:red}</style></head><body><script>alert(1)</script><!-- no -->' +
    '<p>Estimado doctor:</p><ul><li>C&eacute;dula<li>Contrato</ul><p>Est&aacute; en <a href="https://drive.example/x">la nube</a></p>' +
    '<table><tr><td>uno</td><td>dos</td></tr></table></body></html>'
  const text = htmlText(html)
  expect(text).toContain('Estimado doctor:')
  expect(text).toMatch(/\* Cédula\n\s*\* Contrato/)
  expect(text).toContain('la nube [https://drive.example/x]')
  expect(text).toMatch(/uno\s+dos/)
  expect(text).not.toMatch(/alert|color|title|no -->/)
})

test.each([
  ['never closed', '<div>'.repeat(300_000)],
  ['closed by others', '<div></b>'.repeat(170_000)],
  ['open quotes', `<a "'`.repeat(300_000)],
  ['open comments', '<!-- '.repeat(300_000)],
  ['scripts without end', '<script>'.repeat(180_000)],
  ['tables in tables', '<table><tr><td>'.repeat(100_000)],
  ['nothing but brackets', '<'.repeat(1_500_000)],
  ['a million elements side by side', '<p>x</p>'.repeat(190_000)],
  ['one endless attribute', `<a href="${'x'.repeat(1_500_000)}">x</a>`],
])('1.5 MB of HTML, %s, are text within two seconds', (_, html) => {
  const started = cpuTime()
  htmlText(html)
  expect(cpuTime() - started).toBeLessThan(2000)
})

test('the words inside a bomb are not lost', () => {
  expect(htmlText('<div>'.repeat(300_000) + 'hola')).toBe('hola')
})

test('whatever HTML comes in, what goes on is well nested and shallow', () => {
  const piece = fc.constantFrom(
    '<div>',
    '</div>',
    '<p class="x">',
    '</p>',
    '<li>',
    '</ul>',
    '<br>',
    'a < b',
    '<blockquote type=cite>',
    '</blockquote>',
    '<a href="x">',
    '"',
    "'",
    '<!--',
    '-->',
    '<td>',
    '&lt;',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), fc.boolean(), (pieces, withoutQuotes) => {
      const { html } = tameHtml(pieces.join(''), { withoutQuotes })
      const open: string[] = []
      let deepest = 0
      for (const [, closes, name] of html.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
        if (name === undefined || name === 'br') continue
        if (closes) expect(open.pop()).toBe(name)
        else deepest = Math.max(deepest, open.push(name))
      }
      expect(open).toEqual([])
      expect(deepest).toBeLessThanOrEqual(80)
    }),
  )
})
