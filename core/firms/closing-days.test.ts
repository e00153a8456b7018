import { expect, test } from 'vitest'
import { parseClosingDays, writeClosingDays } from './closing-days.ts'

test('days and spells are read as people type them', () => {
  const typed = '31-12-2026\n 2/1/2027 \n\n2027-02-08 a 2027-02-10\n18.09.2026 – 19.09.2026'
  expect(parseClosingDays(typed)).toEqual([
    '2026-12-31',
    '2027-01-02',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2026-09-18',
    '2026-09-19',
  ])
})

test('they are written as they can be typed again, across the turn of the year', () => {
  const days = parseClosingDays('20-12-2026 – 06-01-2027\n01-05-2026')
  const text = '01-05-2026\n20-12-2026 – 06-01-2027'
  expect(writeClosingDays(days)).toBe(text)
  expect(parseClosingDays(text).sort()).toEqual([...days].sort())
})

test.each([
  'pronto',
  '31-02-2026',
  '10-05-2026 – 01-05-2026',
  '1-1-2026 2-1-2026 3-1-2026',
  '1-1-2020 – 1-1-2030',
  '2026',
])('«%s» is no day and no spell, and is named so', (line) => {
  expect(() => parseClosingDays(`01-05-2026\n${line}`)).toThrow(
    expect.objectContaining({ facts: { field: 'closing-days', value: line } }),
  )
})
