import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accentFor, contrast } from '#core/firms/accent.ts'

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = tokens.split('prefers-color-scheme: dark')
const surfacesOf = (mode: string) =>
  [...mode.matchAll(/--(?:paper|sunk):\s*(#[0-9a-f]{6})/g)].map((found) => found[1] ?? '')
const textsOf = (mode: string) =>
  [...mode.matchAll(/--(?:ink|ink-soft|attention|settled):\s*(#[0-9a-f]{6})/g)].map((found) => found[1] ?? '')

const anyColour = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
  .map((channels) => `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`)

test('whatever colour a firm picks can be read on every surface, by day and by night', () => {
  expect(surfacesOf(light)).toHaveLength(2)
  expect(surfacesOf(dark)).toHaveLength(2)
  fc.assert(
    fc.property(anyColour, (chosen) => {
      const accent = accentFor(chosen)
      for (const surface of surfacesOf(light))
        expect(contrast(accent.light, surface)).toBeGreaterThanOrEqual(4.5)
      for (const surface of surfacesOf(dark))
        expect(contrast(accent.dark, surface)).toBeGreaterThanOrEqual(4.5)
    }),
    { numRuns: 2000 },
  )
})

test('the inks of both modes can be read on both of their surfaces', () => {
  for (const mode of [light, dark]) {
    expect(textsOf(mode)).toHaveLength(4)
    for (const surface of surfacesOf(mode)) {
      for (const ink of textsOf(mode)) expect(contrast(ink, surface)).toBeGreaterThanOrEqual(4.5)
    }
  }
})

test('a colour that is legible already is left as the firm chose it', () => {
  expect(accentFor('#7A1F2B').light).toBe('#7a1f2b')
})

test('a firm without a colour, or with something that is none, gets the ink of old ledgers', () => {
  expect(accentFor(null).light).toBe('#1f4e5f')
  expect(accentFor('red;} body{display:none').light).toBe('#1f4e5f')
})

test('contrast is what WCAG says it is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
