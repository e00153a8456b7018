import { expect, test } from 'vitest'
import { isOverdue, isPastDay } from './past-day.ts'

test('what is asked for the 10th is overdue when the 10th ends where the client lives', () => {
  expect(isOverdue('2026-03-10', new Date('2026-03-11T02:59:00Z'), 'America/Santiago')).toBe(false)
  expect(isOverdue('2026-03-10', new Date('2026-03-11T03:00:00Z'), 'America/Santiago')).toBe(true)
})

test('a client abroad has the day longer or shorter than the firm', () => {
  const now = new Date('2026-03-10T23:30:00Z')
  expect(isOverdue('2026-03-10', now, 'Europe/Madrid')).toBe(true)
  expect(isOverdue('2026-03-10', now, 'America/Sao_Paulo')).toBe(false)
})

test('today is not in the past', () => {
  expect(isPastDay('2026-03-10', new Date('2026-03-10T15:00:00Z'), 'America/Sao_Paulo')).toBe(false)
  expect(isPastDay('2026-03-09', new Date('2026-03-10T15:00:00Z'), 'America/Sao_Paulo')).toBe(true)
})
