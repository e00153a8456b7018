import { expect, test } from 'vitest'
import { readingsOf, wordsOf } from './search-words.ts'

test.each([
  ['Ñuñoa: posesión efectiva', ['nunoa', 'posesion', 'efectiva']],
  ['C-1234-2025', ['c', '1234', '2025', '12342025']],
  ['c/o Rosa & c/o Rosa', ['c', 'o', 'rosa']],
  ['0001234-56.2025.8.26.0100', ['0001234', '56', '2025', '8', '26', '0100', '00012345620258260100']],
  ['Otorrinolaringologicamente hablando', ['otorrinolaringologicamen', 'hablando']],
  ['—¿?', []],
])('%s is found by each of its words, a number by its digits too', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

test.each([
  ['AROMOS fuentes', [['aromos', 'fuentes']]],
  ['1234', [['1234']]],
  ['c1234', [['c1234'], ['c', '1234']]],
  [
    'muller 0001234-56',
    [
      ['muller', '0001234', '56'],
      ['muller', '000123456'],
    ],
  ],
  ['  ', [[]]],
])('who types "%s" means its words, or else all its digits as one number', (typed, readings) => {
  expect(readingsOf(typed)).toEqual(readings)
})
