import { expect, test } from 'vitest'
import { accentFor, contrast } from './accent.ts'

test('a colour that is legible already is left as the firm chose it', () => {
  expect(accentFor('#7A1F2B').light).toBe('#7a1f2b')
})

test('a colour that is too pale becomes darker by day and keeps its hue', () => {
  const { light, dark } = accentFor('#ffcc00')
  expect(light).toMatch(/^#[6-9].[5-7].00$/)
  expect(dark).toBe('#ffcc00')
})

test('a firm without a colour, or with something that is none, gets the ink of old ledgers', () => {
  expect(accentFor(null).light).toBe('#1f4e5f')
  expect(accentFor('red;} body{display:none').light).toBe('#1f4e5f')
})

test('contrast is what WCAG says it is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
