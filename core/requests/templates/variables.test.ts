import { expect, test } from 'vitest'
import { fillIn } from './variables.ts'

const values = { client: 'Rosa Fuentes', matter: 'K7Q2', date: '3 de marzo', firm: 'Estudio Rojas' }

test.each([
  ['Demanda de {cliente} ({asunto}), al {fecha}', 'Demanda de Rosa Fuentes (K7Q2), al 3 de marzo'],
  ['{Client}: {matter}, {DATE}', 'Rosa Fuentes: K7Q2, 3 de marzo'],
  ['{ escritório } · {data} · {processo}', 'Estudio Rojas · 3 de marzo · K7Q2'],
  ['{ESTUDIO} y {estudio}', 'Estudio Rojas y Estudio Rojas'],
])('%s is filled in, in whatever language it names things', (text, filled) => {
  expect(fillIn(text, values)).toBe(filled)
})

test('what is no variable, or not known yet, stays as it was typed', () => {
  const text = 'Artículo {5}, {rut}, {}, {cliente, {asunto}'
  expect(fillIn(text, { client: 'Rosa' })).toBe(text)
})

test('what is filled in is not filled in again', () => {
  expect(fillIn('{cliente}', { client: '{firm}', firm: 'X' })).toBe('{firm}')
})
