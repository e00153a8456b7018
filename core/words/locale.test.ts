import { expect, test } from 'vitest'
import { localeFrom } from './locale.ts'

test('any Spanish is answered in Spanish of Chile and any Portuguese in Portuguese of Brazil', () => {
  expect(localeFrom('es', 'en')).toBe('es-CL')
  expect(localeFrom('es-419', 'en')).toBe('es-CL')
  expect(localeFrom('pt_PT', 'en')).toBe('pt-BR')
  expect(localeFrom('PT-br', 'es-CL')).toBe('pt-BR')
})

test('any other language is answered in English', () => {
  expect(localeFrom('de-DE', 'es-CL')).toBe('en')
})

test('somebody who names no language gets the fallback', () => {
  expect(localeFrom(undefined, 'pt-BR')).toBe('pt-BR')
  expect(localeFrom('', 'es-CL')).toBe('es-CL')
  expect(localeFrom('*', 'es-CL')).toBe('es-CL')
})
