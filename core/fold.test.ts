import { expect, test } from 'vitest'
import { fold } from './fold.ts'

test.each([
  ['AÇÃO', 'acao'],
  ['Ñuñoa', 'nunoa'],
  ['ção'.normalize('NFD'), 'cao'],
  ['certiﬁcado', 'certificado'],
  ['Ｎｏｖｅｄａｄ', 'novedad'],
  [' C-1234 ', ' c-1234 '],
])('%s is compared as %s', (typed, folded) => {
  expect(fold(typed)).toBe(folded)
})
