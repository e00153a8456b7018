import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRichText } from './any-rich-text.ts'
import { checkRichText } from './check-rich-text.ts'
import { richTextToHtml } from './rich-text-to-html.ts'

const html = (...content: unknown[]) =>
  richTextToHtml(checkRichText({ version: 1, doc: { type: 'doc', content } }))
const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const item = (...content: unknown[]) => ({ type: 'listItem', content })

test('a client reads headings, lists, quotes and emphasis as they were written', () => {
  const written = [
    { type: 'heading', attrs: { level: 2 }, content: [text('Audiencia')] },
    paragraph(
      text('El '),
      text('martes', { type: 'bold' }),
      { type: 'hardBreak' },
      text('a las 9:00', { type: 'underline' }),
    ),
    { type: 'orderedList', attrs: { start: 3 }, content: [item(paragraph(text('Cédula')))] },
    {
      type: 'bulletList',
      content: [
        item(paragraph(text('Uno')), { type: 'bulletList', content: [item(paragraph(text('Dos')))] }),
      ],
    },
    { type: 'blockquote', content: [paragraph(text('Vistos', { type: 'italic' }, { type: 'strike' }))] },
  ]
  expect(html(...written)).toBe(
    '<h2>Audiencia</h2>' +
      '<p>El <strong>martes</strong><br><u>a las 9:00</u></p>' +
      '<ol start="3"><li>Cédula</li></ol>' +
      '<ul><li>Uno<ul><li>Dos</li></ul></li></ul>' +
      '<blockquote><p><s><em>Vistos</em></s></p></blockquote>',
  )
})

test('an item of two paragraphs keeps them apart', () => {
  expect(html({ type: 'bulletList', content: [item(paragraph(text('Uno')), paragraph(text('Dos')))] })).toBe(
    '<ul><li><p>Uno</p><p>Dos</p></li></ul>',
  )
})

test('a link opens outside and takes nothing along', () => {
  const href = 'https://pjud.cl/?a=1&b="2"'
  expect(html(paragraph(text('aquí', { type: 'link', attrs: { href } })))).toBe(
    '<p><a href="https://pjud.cl/?a=1&amp;b=&quot;2&quot;" target="_blank" rel="noopener noreferrer nofollow">aquí</a></p>',
  )
})

test('markup that a member types is shown, not obeyed', () => {
  expect(html(paragraph(text('<script>alert("1")</script> & <img src=x onerror=y>', { type: 'code' })))).toBe(
    '<p><code>&lt;script&gt;alert("1")&lt;/script&gt; &amp; &lt;img src=x onerror=y&gt;</code></p>',
  )
})

test('whatever is written, nothing stands in the page but our own tags', () => {
  const ours =
    /<\/?(?:h2|h3|p|ul|ol|li|blockquote|strong|em|s|u|code)>|<br>|<\/a>|<ol start="\d+">|<a href="(?:https:\/\/|mailto:)[^"<>\s]*" target="_blank" rel="noopener noreferrer nofollow">/g
  fc.assert(
    fc.property(anyRichText, (richText) => {
      expect(richTextToHtml(richText).replace(ours, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/)
    }),
  )
})
