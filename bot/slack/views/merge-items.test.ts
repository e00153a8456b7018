import { expect, test } from 'vitest'
import { parseItems } from '#core/requests/parse-items.ts'
import { itemLines, mergeItems } from './merge-items.ts'

const items = [
  { id: 'a', title: 'Cédula', kind: 'file' as const },
  { id: 'b', title: '¿Estado civil?', kind: 'text' as const },
  { id: 'c', title: 'Escritura original', kind: 'paper' as const },
]

test('a checklist that is saved as it stood keeps every item and its kind', () => {
  expect(mergeItems(items, parseItems(itemLines(items)))).toEqual(items)
})

test('lines that moved keep their item, changed and new lines are new, and what is gone is left out', () => {
  const lines = parseItems('Escritura original\nCédula por ambos lados\n¿Estado civil?')
  expect(mergeItems(items, lines)).toEqual([
    { id: 'c', title: 'Escritura original', kind: 'paper' },
    { id: null, title: 'Cédula por ambos lados', kind: 'file' },
    { id: 'b', title: '¿Estado civil?', kind: 'text' },
  ])
})

test('two lines that say the same are two items', () => {
  expect(mergeItems(items, parseItems('Cédula\nCédula')).map((item) => item.id)).toEqual(['a', null])
})
