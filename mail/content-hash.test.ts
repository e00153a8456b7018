import { expect, test } from 'vitest'
import { contentHash } from './content-hash.ts'

const mail = {
  from: ['rosa@correo.cl'],
  date: '2026-03-02T13:00:00.000Z',
  text: 'Adjunto la cédula.\nGracias',
  attachments: [{ name: 'cédula.pdf', sha256: 'a'.repeat(64) }],
}

test('a mail whose lines a server wrapped otherwise has the same hash', () => {
  expect(contentHash({ ...mail, text: 'Adjunto la ce\u0301dula. \r\n Gracias\r\n' })).toBe(contentHash(mail))
})

test.each([
  ['other words', { text: 'Adjunto la cédula. Saludos' }],
  ['another sender', { from: ['otro@correo.cl'] }],
  ['another moment', { date: '2026-03-02T13:00:01.000Z' }],
  ['another file', { attachments: [{ name: 'cédula.pdf', sha256: 'b'.repeat(64) }] }],
  ['another file name', { attachments: [{ name: 'contrato.pdf', sha256: 'a'.repeat(64) }] }],
  ['no file', { attachments: [] }],
])('a mail with %s has another hash', (_, change) => {
  expect(contentHash({ ...mail, ...change })).not.toBe(contentHash(mail))
})
