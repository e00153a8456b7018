import { expect, test } from 'vitest'
import { lacking } from './lacking.ts'

const items = ['Cédula de identidad', 'Contrato de trabajo', 'Comprobante de domicilio'].map((title) => ({
  title,
}))
const [one] = items

test.each([
  ['No tengo el contrato', 'Contrato de trabajo'],
  ['Estimada, ya no tengo el contrato de trabajo. Saludos', 'Contrato de trabajo'],
  ['No encuentro la cédula', 'Cédula de identidad'],
  ['El contrato no lo tengo', 'Contrato de trabajo'],
  ['Perdí mi carnet', 'Cédula de identidad'],
  ['Nunca tuve contrato', 'Contrato de trabajo'],
  ['Não tenho o contrato', 'Contrato de trabajo'],
  ['Não possuo comprovante de residência', 'Comprobante de domicilio'],
  ['Não encontrei a carteira de identidade', 'Cédula de identidad'],
  ["I don't have the contract", 'Contrato de trabajo'],
  ['I can’t find my ID card, sorry', 'Cédula de identidad'],
  ['I no longer have the employment contract', 'Contrato de trabajo'],
  ['Adjunto la cédula. No tengo el contrato.', 'Contrato de trabajo'],
])('“%s” says that %s is not to be had', (text, title) => {
  expect(lacking(text, items)).toEqual({ item: { title } })
})

test.each([
  'No tengo ese documento',
  'No lo tengo',
  'Não tenho esse documento',
  'Não o tenho',
  "I don't have that document",
  "I don't have it",
  'Não consegui esse documento',
  'No tengo pasaporte',
])('“%s” does not say which of several, and of one it is that', (text) => {
  expect(lacking(text, items)).toEqual({ item: null })
  if (text !== 'No tengo pasaporte') expect(lacking(text, items.slice(0, 1))).toEqual({ item: one })
})

test.each([
  '',
  'Adjunto el contrato',
  'No tengo dudas',
  'No tengo tiempo hoy',
  'No tengo inconveniente',
  'Não tenho dúvidas',
  "I don't have any questions",
  '¿No tengo que mandar el contrato?',
  'Todavía no tengo el contrato',
  'Ainda não tenho o contrato',
  "I don't have the contract yet",
  'No tengo cómo agradecerle',
  'No hay problema',
])('“%s” says nothing of the kind', (text) => {
  expect(lacking(text, items)).toBeNull()
})

test('where nothing is wanted nothing is lacking', () => {
  expect(lacking('No tengo ese documento', [])).toBeNull()
})
