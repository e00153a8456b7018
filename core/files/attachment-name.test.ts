import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentName, splitName } from './attachment-name.ts'

const safe = (given: string | null, type = 'application/pdf', taken: string[] = []) =>
  attachmentName(given, type, taken)

test('a name that climbs out of its folder keeps only its last part', () => {
  expect(safe('../../etc/passwd')).toBe('passwd')
  expect(safe('C:\\Users\\Rosa\\Desktop\\cédula.pdf')).toBe('cédula.pdf')
  expect(safe('..\\..\\contrato.pdf')).toBe('contrato.pdf')
  expect(safe('carpeta/')).toBe('carpeta')
})

test('a name that hides its ending behind a direction mark shows it', () => {
  expect(safe('contrato\u202Efdp.exe')).toBe('contratofdp.exe')
  expect(safe('foto\u2067gpj.scr')).toBe('fotogpj.scr')
})

test('NUL and line ends disappear from a name', () => {
  expect(safe('cedula.pdf\u0000.exe')).toBe('cedula.pdf.exe')
  expect(safe('cedula\r\nBcc: x@y.cl.pdf')).toBe('cedulaBcc: x@y.cl.pdf')
  expect(safe('contrato           \t        .exe')).toBe('contrato .exe')
})

test('one accent written two ways is one name', () => {
  expect(safe('ce\u0301dula.pdf')).toBe('cédula.pdf')
})

test('a file without a name gets one from its type', () => {
  expect(safe(null)).toBe('file.pdf')
  expect(safe('', 'image/heic')).toBe('file.heic')
  expect(safe('...', 'image/jpeg')).toBe('file.jpg')
  expect(safe('/', 'application/x-unheard-of')).toBe('file.bin')
})

test('two files of one name can be told apart', () => {
  expect(safe('foto.jpg', 'image/jpeg', ['foto.jpg'])).toBe('foto (2).jpg')
  expect(safe('Foto.JPG', 'image/jpeg', ['foto.jpg', 'foto (2).jpg'])).toBe('Foto (3).JPG')
})

test('a signed document keeps both of its endings', () => {
  expect(splitName('contrato.pdf.p7s')).toEqual(['contrato', '.pdf.p7s'])
  expect(splitName('v1.2 contrato.pdf')).toEqual(['v1.2 contrato', '.pdf'])
  expect(splitName('sin extensión')).toEqual(['sin extensión', ''])
})

test('a very long name is cut and keeps its ending', () => {
  const name = safe('á'.repeat(5000) + '.docx')
  expect([...safe('x'.repeat(300) + '.pdf')]).toHaveLength(120)
  expect([...name].length).toBeLessThanOrEqual(120)
  expect(safe('x'.repeat(300) + '.pdf')).toMatch(/\.pdf$/)
})

test('whatever a mail calls a file, the name is safe', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (given, type) => {
      const name = safe(given, type)
      expect(name).not.toMatch(/[\u0000-\u001f\u007f-\u009f/\\\u202a-\u202e\u2066-\u2069]/)
      expect(name).not.toMatch(/^\.|^\s|[\s.]$|^$/)
      expect([...name].length).toBeLessThanOrEqual(120)
      expect(name.isWellFormed()).toBe(true)
    }),
  )
})
