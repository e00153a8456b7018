import { expect, test } from 'vitest'
import { parseItems } from '#core/requests/parse-items.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { checklistLines, mergeItems } from './merge-items.ts'

const { marks } = wordsForChat('es-CL').practice.items
const items = [
  { id: 'a', title: 'Cédula', kind: 'file' as const, issuedWithinDays: null },
  { id: 'b', title: '¿Estado civil?', kind: 'text' as const, issuedWithinDays: null },
  { id: 'c', title: 'Escritura', kind: 'paper' as const, issuedWithinDays: 90 },
]
const kept = [
  { id: 'a', title: 'Cédula', kind: 'file' },
  { id: 'b', title: '¿Estado civil?', kind: 'text' },
  { id: 'c', title: 'Escritura', kind: 'paper', issuedWithinDays: 90 },
]

test('a checklist that is saved as it stood keeps every item and its kind', () => {
  expect(mergeItems(items, parseItems(checklistLines(items, marks)), marks)).toEqual(kept)
})

test('lines that moved keep their item, changed and new lines are new, and what is gone is left out', () => {
  const lines = parseItems('Escritura (original) (≤ 90 días)\nCédula por ambos lados\n¿Estado civil?')
  expect(mergeItems(items, lines, marks)).toEqual([
    kept[2],
    { id: null, title: 'Cédula por ambos lados', kind: 'file' },
    kept[1],
  ])
})

test('a line of another kind is another item', () => {
  const [escritura] = mergeItems(items, parseItems('Escritura (firmar)'), marks)
  expect(escritura).toEqual({ id: null, title: 'Escritura', kind: 'sign' })
})

test('two lines that say the same are two items', () => {
  expect(mergeItems(items, parseItems('Cédula\nCédula'), marks).map((item) => item.id)).toEqual(['a', null])
})
