import { expect, test } from 'vitest'
import { readRawHeader, valuesOf } from './raw-header.ts'

const header = (text: string, isWholeMail = true) => readRawHeader(Buffer.from(text, 'latin1'), isWholeMail)

test('a folded field is one value, topmost first', () => {
  const read = header('Received: a\r\n\tby b\r\nReceived: c\r\nSubject : hola\r\n\r\nFrom: body@x\r\n')
  expect(read && valuesOf(read, 'received')).toEqual(['a by b', 'c'])
  expect(read && valuesOf(read, 'subject')).toEqual(['hola'])
  expect(read?.fromLines).toBe(0)
})

test('a name with a blank before its colon is told from one without', () => {
  const read = header('Received : a\r\nReceived: b\r\nReceived:c\r\n\r\n')
  expect(read?.fields.map(({ value, tight }) => [value, tight])).toEqual([
    ['a', false],
    ['b', true],
    ['c', true],
  ])
})

test('every From line is counted, in any case and spacing', () => {
  expect(header('From: a@x\r\nFROM : b@y\r\n\r\n')?.fromLines).toBe(2)
  expect(header('From: a@x\n\n')?.fromLines).toBe(1)
  expect(header('X-From: a@x\r\nSubject: x\r\n from: not a field\r\n\r\n')?.fromLines).toBe(0)
})

test('a From line behind a lone CR is counted, since some parser will see it', () => {
  expect(header('From: a@x\r\nSubject: hola\rFrom: b@y\r\n\r\nbody')?.fromLines).toBe(2)
})

test('the envelope line of an mbox is no From line', () => {
  const read = header('From rosa@x Mon Mar  2 10:00:00 2026\nFrom: rosa@x\n\nhola')
  expect(read?.fromLines).toBe(1)
})

test('a mail with CR alone as line end is read', () => {
  const read = header('From: a@x\rSubject: uno\r\rcuerpo\rFrom: c@z\r')
  expect(read).toMatchObject({ bareCr: true, fromLines: 1 })
  expect(read && valuesOf(read, 'subject')).toEqual(['uno'])
})

test('a header that does not end is told from a mail that is all header', () => {
  expect(header('From: a@x\r\nSubject: uno\r\n', false)).toBeNull()
  expect(header('From: a@x\r\nSubject: uno', true)?.fromLines).toBe(1)
  expect(header('\r\nFrom: body@x\r\n')?.fields).toEqual([])
})
