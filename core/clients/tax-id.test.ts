import { expect, test } from 'vitest'
import { writtenTaxId } from './tax-id.ts'

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
