import { expect, test } from 'vitest'
import { isRefusal } from '../errors.ts'
import { nextSafeTime, requireSafeHours } from './safe-hours.ts'

const hours = { from: '13:30', until: '16:00' }
const zone = 'America/Santiago'

test.each([
  ['2026-03-03T16:30:00Z', '2026-03-03T16:30:00Z', 'from its first minute on at once'],
  ['2026-03-03T18:59:59Z', '2026-03-03T18:59:59Z', 'to its last second at once'],
  ['2026-03-03T16:29:59Z', '2026-03-03T16:30:00Z', 'before it when it begins'],
  ['2026-03-03T19:00:00Z', '2026-03-04T16:30:00Z', 'after it the next day'],
  ['2026-04-04T20:00:00Z', '2026-04-05T17:30:00Z', 'across the end of summer time by the clock on the wall'],
])('a mail of %s leaves at %s: %s', (now, leaves) => {
  expect(nextSafeTime(new Date(now), hours, zone)).toEqual(new Date(leaves))
})

test.each([
  [{ from: '9', until: '10:00' }, 'from'],
  [{ from: '25:00', until: '26:00' }, 'from'],
  [{ from: '16:00', until: '13:30' }, 'until'],
  [{ from: '16:00', until: '16:00' }, 'until'],
  [{ from: '09:00', until: '10:60' }, 'until'],
])('hours that are none are refused at their field', (wrong, field) => {
  try {
    requireSafeHours(wrong)
    expect.unreachable()
  } catch (error) {
    expect(isRefusal(error) && error.facts).toMatchObject({ field })
  }
})
