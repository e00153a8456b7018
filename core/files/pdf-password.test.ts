import { describe, expect, test } from 'vitest'
import { fixtureFile } from '#test/fixtures/mail/build.ts'
import { needsPassword, pdfOpensWith } from './pdf-password.ts'

const revisions = ['r2', 'r3', 'r4', 'r5', 'r6']

test.each(revisions)('a PDF locked by revision %s asks for its password', (revision) => {
  expect(needsPassword(fixtureFile(`locked-${revision}.pdf`))).toBe(true)
})

test.each(revisions)('a PDF that revision %s only keeps from being printed opens', (revision) => {
  expect(needsPassword(fixtureFile(`restricted-${revision}.pdf`))).toBe(false)
})

test.each(revisions)(
  'a PDF locked by revision %s opens with either of its passwords, and no other',
  (revision) => {
    const pdf = fixtureFile(`locked-${revision}.pdf`)
    expect(pdfOpensWith(pdf, 'secreta')).toBe(true)
    expect(pdfOpensWith(pdf, 'o')).toBe(true)
    for (const wrong of ['Secreta', 'secreta ', 'oo', '12.345.678-5'])
      expect(pdfOpensWith(pdf, wrong)).toBe(false)
    // Programs differ in how they write it.
    expect(pdfOpensWith(pdf, 'contraseña')).toBe(null)
  },
)

test('so does one whose filter says its own length before that of the whole is said', () => {
  const pdf = fixtureFile('locked-r4.pdf').toString('latin1')
  const swapped = pdf.replace('/Length 128', '/Lengte 128')
  expect(swapped).not.toBe(pdf)
  expect(swapped).toMatch(/\/CF[^]*\/Length 16/)
  expect(pdfOpensWith(Buffer.from(swapped, 'latin1'), 'secreta')).toBe(true)
  expect(pdfOpensWith(Buffer.from(swapped, 'latin1'), 'Secreta')).toBe(false)
})

test('whether a password opens what is not understood, or not locked, cannot be told', () => {
  expect(pdfOpensWith(fixtureFile('open.pdf'), 'x')).toBe(null)
  expect(pdfOpensWith(Buffer.from('%PDF-1.4 trailer << /Encrypt 5 0 R >>'), 'x')).toBe(null)
})

test('an ordinary PDF, or none at all, opens', () => {
  expect(needsPassword(fixtureFile('open.pdf'))).toBe(false)
  expect(needsPassword(Buffer.alloc(0))).toBe(false)
  expect(needsPassword(Buffer.from('%PDF-1.4 /EncryptMetadata false'))).toBe(false)
})

describe('a PDF whose encryption is not understood counts as locked', () => {
  test.each([
    ['the dictionary is missing', '%PDF-1.4\ntrailer << /Encrypt 5 0 R >>'],
    [
      'another object has a like number',
      '%PDF-1.4\n15 0 obj << /Filter /Standard >> endobj trailer << /Encrypt 5 0 R >>',
    ],
    [
      'certificates protect it',
      '%PDF-1.6\n5 0 obj << /Filter /Adobe.PubSec /V 4 >> endobj trailer << /Encrypt 5 0 R >>',
    ],
    [
      'a string never ends',
      '%PDF-1.4\n5 0 obj << /Filter /Standard /R 3 /P -4 /O (abc /U (def >> endobj trailer << /Encrypt 5 0 R >>',
    ],
    [
      'a number is missing',
      '%PDF-1.4\n5 0 obj << /Filter /Standard /R 3 /O <00> /U <00> >> endobj trailer << /Encrypt 5 0 R >>',
    ],
  ])('%s', (_, pdf) => {
    expect(needsPassword(Buffer.from(pdf))).toBe(true)
  })
})

test('strings written with escapes are read like those in hex', () => {
  const hex = fixtureFile('restricted-r3.pdf').toString('latin1')
  const escaped = hex.replace(/\/([OU]) <([\da-f]+)>/g, (_, key: string, digits: string) => {
    const bytes = [...Buffer.from(digits, 'hex')].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
    return `/${key} (${bytes.join('')})`
  })
  expect(escaped).not.toBe(hex)
  expect(needsPassword(Buffer.from(escaped, 'latin1'))).toBe(false)
})

test('a large file full of objects that look like the one sought is judged at once, and counts as locked', () => {
  const pdf = Buffer.from('15 0 obj '.repeat(5_500_000) + '/Encrypt 5 0 R')
  const started = performance.now()
  expect(needsPassword(pdf)).toBe(true)
  expect(performance.now() - started).toBeLessThan(1000)
})

test('a file made of nothing but openings is judged at once', () => {
  const started = performance.now()
  needsPassword(Buffer.from('/Encrypt 5 0 R '.repeat(400_000)))
  needsPassword(Buffer.from('15 0 obj '.repeat(600_000) + '/Encrypt 5 0 R'))
  needsPassword(Buffer.from(`/Encrypt << /Filter /Standard /R 3 /P -4 /O ${'('.repeat(5_000_000)}`))
  expect(performance.now() - started).toBeLessThan(3000)
})
