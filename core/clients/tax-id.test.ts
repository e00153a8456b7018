import { expect, test } from 'vitest'
import type { MemberActor } from '../members/actor.ts'
import { taxIdFrom, writtenTaxId } from './tax-id.ts'

const lawyer: MemberActor = {
  ...{ kind: 'member', memberId: 'm', firmId: 'firm', name: 'Camila Soto', role: 'lawyer' },
  ...{ locale: 'es-CL', timeZone: 'America/Santiago' },
}

test.each([
  ['123456785', '12.345.678-5'],
  ['12345678-5', '12.345.678-5'],
  ['9.007.920 4', '9.007.920-4'],
  ['20.347.878-k', '20.347.878-K'],
  ['12345678909', '123.456.789-09'],
  ['111.444.777-35', '111.444.777-35'],
  ['11222333000181', '11.222.333/0001-81'],
  ['12ABC34501DE35', '12.ABC.345/01DE-35'],
])('%s is written %s, as its country does', (typed, written) => {
  expect(writtenTaxId(typed)).toBe(written)
})

test.each(['12.345.678-6', '123.456.789-00', '11111111111', 'AB 123456', '1234', 'Pasaporte X-99'])(
  '%s, which is none by its check digit, stays as it was typed',
  (typed) => {
    expect(writtenTaxId(` ${typed} `)).toBe(typed)
  },
)

test.each(['12.345.678-6', '12345678-K', '123.456.789-00', '11.222.333/0001-82'])(
  '%s, which is punctuated as its country does, is a lawyer’s slip, and as it was where it is imported',
  (typed) => {
    expect(() => taxIdFrom(lawyer, typed)).toThrow('wrong_tax_id')
    expect(taxIdFrom({ kind: 'system', firmId: 'firm' }, typed)).toBe(typed)
  },
)

test.each(['12.345.678-5', '20-12345678-9', '123456789', '12345678Z', '98-7654321', 'AB 123456', ''])(
  '%s is taken: it is sound, or of another country',
  (typed) => {
    expect(taxIdFrom(lawyer, typed)).toBe(typed || null)
  },
)
