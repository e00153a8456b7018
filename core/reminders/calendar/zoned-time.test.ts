import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../words/format.ts'
import { instantAt } from './zoned-time.ts'

test('ten in the morning in Santiago is another instant in summer than in winter', () => {
  expect(instantAt('2026-01-15', 10, 'America/Santiago')).toEqual(new Date('2026-01-15T13:00:00Z'))
  expect(instantAt('2026-07-15', 10, 'America/Santiago')).toEqual(new Date('2026-07-15T14:00:00Z'))
})

test('Easter Island and Acre have their own clocks', () => {
  expect(instantAt('2026-07-15', 9, 'Pacific/Easter')).toEqual(new Date('2026-07-15T15:00:00Z'))
  expect(instantAt('2026-07-15', 9, 'America/Rio_Branco')).toEqual(new Date('2026-07-15T14:00:00Z'))
})

test('the midnight that Chile skips in September is one in the morning', () => {
  expect(instantAt('2026-09-06', 0, 'America/Santiago')).toEqual(new Date('2026-09-06T04:00:00Z'))
})

test('of the hour that Chile lives twice in April, the first is meant', () => {
  expect(instantAt('2026-04-04', 23, 'America/Santiago')).toEqual(new Date('2026-04-05T02:00:00Z'))
})

test('a zone nobody knows is refused', () => {
  expect(() => instantAt('2026-03-10', 9, 'America/Macondo')).toThrow(RangeError)
})

test('an hour of a day, found on the clock, lies in that day', () => {
  const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  const zones = ['America/Santiago', 'America/Sao_Paulo', 'Pacific/Easter', 'Europe/Madrid', 'Asia/Kathmandu']
  fc.assert(
    fc.property(day, fc.integer({ min: 2, max: 23 }), fc.constantFrom(...zones), (date, hour, zone) => {
      const written = date.toISOString().slice(0, 10)
      const instant = instantAt(written, hour, zone)
      expect(dayOf(instant, zone)).toBe(written)
    }),
  )
})
