import { expect, test } from 'vitest'
import {
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
  expect(timeInWords(new Date('2026-11-22T03:00:00Z'), 'America/Santiago')).toBe('00:00')
})

test('a zone is called what people call it, wherever the clock is no longer changed', () => {
  expect(zoneInWords('America/Santiago', 'es-CL')).toBe('hora de Chile')
  expect(zoneInWords('America/Sao_Paulo', 'pt-BR')).toBe('Horário de Brasília')
  expect(zoneInWords('America/Manaus', 'pt-BR')).toBe('Horário do Amazonas')
  expect(zoneInWords('America/Santiago', 'en')).toBe('Chile Time')
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
