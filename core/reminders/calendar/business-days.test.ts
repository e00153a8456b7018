import { expect, test } from 'vitest'
import { addBusinessDays, isBusinessDay } from './business-days.ts'

test('weekends, holidays and the firm’s own closing days are no business days', () => {
  const working = { country: 'CL', closingDays: ['2026-02-02'] } as const
  expect(isBusinessDay('2026-01-30', working)).toBe(true)
  expect(isBusinessDay('2026-01-31', working)).toBe(false)
  expect(isBusinessDay('2026-02-02', working)).toBe(false)
  expect(isBusinessDay('2026-05-01', working)).toBe(false)
})

test('counting passes over Fiestas Patrias', () => {
  expect(addBusinessDays('2026-09-17', 1, { country: 'CL' })).toBe('2026-09-21')
  expect(addBusinessDays('2026-09-21', -1, { country: 'CL' })).toBe('2026-09-17')
})

test('counting passes over Carnaval and into the new year', () => {
  expect(addBusinessDays('2026-02-13', 1, { country: 'BR' })).toBe('2026-02-18')
  expect(addBusinessDays('2026-12-31', 1, { country: 'BR' })).toBe('2027-01-04')
})

test('São Paulo counts over 9 July, Porto Alegre does not', () => {
  expect(addBusinessDays('2026-07-08', 1, { country: 'BR', region: 'SP' })).toBe('2026-07-10')
  expect(addBusinessDays('2026-07-08', 1, { country: 'BR', region: 'RS' })).toBe('2026-07-09')
})

test('no days later is the same day, whatever day it is', () => {
  expect(addBusinessDays('2026-12-25', 0, { country: 'CL' })).toBe('2026-12-25')
})
