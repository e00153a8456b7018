import { expect, test } from 'vitest'
import { retryAfter } from './retry-after.ts'

const now = new Date('2026-03-03T14:00:00Z')

test.each([
  ['120', 120_000],
  ['0', 0],
  ['Tue, 03 Mar 2026 14:01:00 GMT', 60_000],
  ['Tue, 03 Mar 2026 13:00:00 GMT', 0],
  ['999999999', 3 * 3_600_000],
  ['soon', undefined],
  [null, undefined],
])('a service that says %s is asked again after %s ms', (header, wait) => {
  expect(retryAfter(header, now)).toBe(wait)
})
