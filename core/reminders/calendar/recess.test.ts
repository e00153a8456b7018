import { expect, test } from 'vitest'
import { recessOf } from './recess.ts'

test('Brazilian offices are closed from 20 December to 6 January', () => {
  expect(recessOf('2026-12-19', 'BR')).toBeNull()
  expect(recessOf('2026-12-20', 'BR')).toBe(2026)
  expect(recessOf('2027-01-06', 'BR')).toBe(2026)
  expect(recessOf('2027-01-07', 'BR')).toBeNull()
})

test('Chile has no court recess', () => {
  expect(recessOf('2026-12-28', 'CL')).toBeNull()
  expect(recessOf('2027-02-15', 'CL')).toBeNull()
})
