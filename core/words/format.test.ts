import { expect, test } from 'vitest'
import {
  clockIn,
  dayInWords,
  dayOf,
  fileSize,
  momentInWords,
  numberInWords,
  timeInWords,
  zoneInWords,
} from './format.ts'

test('a day reads as people in each country write it', () => {
  expect(dayInWords('2026-03-03', 'es-CL')).toBe('martes 3 de marzo')
  expect(dayInWords('2026-03-03', 'pt-BR')).toBe('terça-feira, 3 de março')
  expect(dayInWords('2026-03-03', 'en')).toBe('Tuesday 3 March')
})

test('Brazilians write the first of a month as an ordinal', () => {
  expect(dayInWords('2026-03-01', 'pt-BR')).toBe('domingo, 1º de março')
})

test('the year is told only when it is not this one', () => {
  expect(dayInWords('2026-03-03', 'es-CL', '2026-11-21')).toBe('martes 3 de marzo')
  expect(dayInWords('2025-03-03', 'es-CL', '2026-11-21')).toBe('lunes 3 de marzo de 2025')
  expect(dayInWords('2025-03-03', 'pt-BR', '2026-11-21')).toBe('segunda-feira, 3 de março de 2025')
  expect(dayInWords('2025-03-03', 'en', '2026-11-21')).toBe('Monday 3 March 2025')
})

test("a moment near midnight falls on the reader's own day", () => {
  const moment = new Date('2026-11-22T02:05:00Z')
  expect(dayOf(moment, 'America/Santiago')).toBe('2026-11-21')
  expect(dayOf(moment, 'Europe/Madrid')).toBe('2026-11-22')
  expect(momentInWords(moment, 'es-CL', 'America/Santiago')).toBe('sábado 21 de noviembre, 23:05')
  expect(momentInWords(moment, 'en', 'Europe/Madrid')).toBe('Sunday 22 November, 03:05')
})

test('midnight is 00:00, not 24:00', () => {
  expect(clockIn('America/Santiago')(new Date('2026-11-22T03:00:00Z')).time).toBe('00:00')
})

test('Brazilians write the time with an h, and whole hours without minutes', () => {
  expect(timeInWords('10:30', 'pt-BR')).toBe('10h30')
  expect(timeInWords('09:05', 'pt-BR')).toBe('9h05')
  expect(timeInWords('14:00', 'pt-BR')).toBe('14h')
  expect(timeInWords('00:00', 'pt-BR')).toBe('0h')
  expect(timeInWords('10:30', 'es-CL')).toBe('10:30')
  expect(timeInWords('10:30', 'en')).toBe('10:30')
  const hearing = new Date('2026-03-03T13:30:00Z')
  expect(momentInWords(hearing, 'pt-BR', 'America/Sao_Paulo')).toBe('terça-feira, 3 de março, 10h30')
})

test('a zone is called what people call it inside a sentence, wherever the clock is no longer changed', () => {
  expect(zoneInWords('America/Santiago', 'es-CL')).toBe('hora de Chile')
  expect(zoneInWords('America/Sao_Paulo', 'pt-BR')).toBe('horário de Brasília')
  expect(zoneInWords('America/Manaus', 'pt-BR')).toBe('horário do Amazonas')
  expect(zoneInWords('America/Rio_Branco', 'pt-BR')).toBe('horário do Acre')
  expect(zoneInWords('America/Noronha', 'es-CL')).toBe('hora de Fernando de Noronha')
  expect(zoneInWords('America/Santiago', 'en')).toBe('Chile time')
})

test('numbers and sizes carry the marks of the country', () => {
  expect(numberInWords(1234, 'es-CL')).toBe('1.234')
  expect(numberInWords(1234, 'en')).toBe('1,234')
  expect(fileSize(0, 'en')).toBe('0 B')
  expect(fileSize(840_123, 'es-CL')).toBe('840 KB')
  expect(fileSize(999_500, 'es-CL')).toBe('1 MB')
  expect(fileSize(4_812_345, 'pt-BR')).toBe('4,8 MB')
  expect(fileSize(4_812_345, 'en')).toBe('4.8 MB')
  expect(fileSize(2_100_000_000, 'es-CL')).toBe('2,1 GB')
})
