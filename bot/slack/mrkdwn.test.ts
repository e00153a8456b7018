import { expect, test } from 'vitest'
import { bold, cut, link, quote, safe } from './mrkdwn.ts'

test('what somebody typed can neither mention nor link', () => {
  expect(safe('<!channel> <@U1> <https://mal.example|aquí> & más')).toBe(
    '&lt;!channel&gt; &lt;@U1&gt; &lt;https://mal.example|aquí&gt; &amp; más',
  )
})

test('what is cut is cut between letters, and no escape is cut in two', () => {
  expect(cut('👩🏽‍⚖️👩🏽‍⚖️', 8)).toBe('👩🏽‍⚖️…')
  expect(safe('a&b', 5)).toBe('a…')
  expect(safe('a&b', 7)).toBe('a&amp;b')
})

test('a star inside does not end the bold', () => {
  expect(bold('Fuentes con Aromos')).toBe('*Fuentes con Aromos*')
  expect(bold('2 * 3')).toBe('2 * 3')
})

test('a name that runs right to left does not turn the line around it', () => {
  expect(safe('עברית')).toBe('\u2068עברית\u2069')
  expect(safe('a\u202Egnp.exe')).toBe('agnp.exe')
})

test('a file name cannot break out of its link', () => {
  expect(link('https://a.example/f|x', 'a|b>c.pdf')).toBe('<https://a.example/f%7Cx|a|b&gt;c.pdf>')
})

test('a long letter is quoted by its first lines', () => {
  const lines = quote(Array.from({ length: 30 }, (_, number) => `línea ${number}`).join('\n')).split('\n')
  expect(lines).toHaveLength(13)
  expect(lines.at(0)).toBe('> línea 0')
  expect(lines.at(-1)).toBe('> …')
})
