import { expect, test } from 'vitest'
import { bearsTag } from './subject-tag.ts'

test.each([
  ['Re: Estudio Rojas: documentos que necesitamos (ref. K7Q2)', 'K7Q2'],
  ['RV: documentos (REF. k7q2) - urgente', 'K7Q2'],
  ['ref:K7Q2', 'K7Q2'],
  ['Ref K7Q2, cédula', 'K7Q2'],
  ['documentos (ref.\r\n asunto  lírio)', 'Asunto Lirio'],
  ['ref. 12 y ref. K7Q2', 'K7Q2'],
])('"%s" names %s', (subject, tag) => {
  expect(bearsTag(subject, tag)).toBe(true)
})

test.each([
  ['Re: Estudio Rojas: documentos que necesitamos', 'K7Q2'],
  ['K7Q2', 'K7Q2'],
  ['documentos (ref. K7Q23)', 'K7Q2'],
  ['documentos (ref. K7Q2)', 'K7Q23'],
  ['documentos (ref. C-123-2024)', 'C-123'],
  ['documentos (ref. Liriope)', 'Lirio'],
  ['pref. K7Q2', 'K7Q2'],
  ['refK7Q2', 'K7Q2'],
  ['documentos (ref. )', ' '],
])('"%s" does not name %s', (subject, tag) => {
  expect(bearsTag(subject, tag)).toBe(false)
})
