import { expect, test } from 'vitest'
import { pauseAfter, usualPace } from './pace.ts'

const { pause, longestPause } = usualPace

test('pauses between connections that fail grow to the longest, each somewhat its own', () => {
  const within = (failed: number, most: number) => {
    const took = pauseAfter(usualPace, failed, 'unreachable')
    expect(took).toBeGreaterThanOrEqual(most * 0.75)
    expect(took).toBeLessThanOrEqual(most)
  }
  within(1, pause)
  within(2, pause * 2)
  within(4, pause * 8)
  within(40, longestPause)
  within(4000, longestPause)
})

test('a login that was refused twice is not tried again so soon', () => {
  expect(pauseAfter(usualPace, 1, 'login_refused')).toBeLessThanOrEqual(pause)
  expect(pauseAfter(usualPace, 2, 'login_refused')).toBeGreaterThanOrEqual(Math.min(pause * 15, longestPause))
})
