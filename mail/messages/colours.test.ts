import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast } from '#core/firms/accent.ts'
import { coloursFor } from './colours.ts'

const anyColour = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
  .map((channels) => `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`)

test('whatever colour a firm picks, every ink can be read on the paper, by day and by night', () => {
  fc.assert(
    fc.property(anyColour, (chosen) => {
      for (const { paper, hairline: _hairline, ...inks } of Object.values(coloursFor(chosen))) {
        for (const ink of Object.values(inks)) expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5)
      }
    }),
    { numRuns: 500 },
  )
})
