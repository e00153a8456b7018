import { pbkdf2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { fixtureFile } from '#test/fixtures/mail/build.ts'
import { endOf, zipOf } from '#test/mail/zip-of.ts'
import { zipOpensWith } from './zip-password.ts'

test('a zip locked in the old way opens with its password, and with no other', () => {
  const zip = fixtureFile('locked.zip')
  expect(zipOpensWith(zip, 'secreta')).toBe(true)
  for (const wrong of ['Secreta', 'secreta ', '', '12345678']) expect(zipOpensWith(zip, wrong)).toBe(false)
})

test('one locked by AES is tried by what WinZip keeps to prove the password', () => {
  const zip = lockedByAes('cartola', 3)
  expect(zipOpensWith(zip, 'cartola')).toBe(true)
  expect(zipOpensWith(zip, 'cartolas')).toBe(false)
  expect(zipOpensWith(lockedByAes('contraseña', 1), 'contraseña')).toBe(true)
})

test('of what cannot be told nothing is said', () => {
  expect(zipOpensWith(zipOf({ 'a.txt': 'abierto' }), 'x')).toBe(null)
  expect(zipOpensWith(Buffer.from('PK\u0003\u0004'), 'x')).toBe(null)
  expect(zipOpensWith(fixtureFile('locked.zip'), 'contraseña')).toBe(null)
  expect(zipOpensWith(lockedByAes('x', 9), 'x')).toBe(null)
})

/** An archive of one entry, of which there is only what proves the password (WinZip's AE-2). */
function lockedByAes(password: string, strength: number): Buffer {
  const length = new Map([
    [1, 16],
    [3, 32],
  ]).get(strength)
  const salt = Buffer.alloc((length ?? 16) / 2, 7)
  const proof = pbkdf2Sync(password, salt, 1000, 2 * (length ?? 16) + 2, 'sha1').subarray(-2)
  const extra = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, strength, 8, 0])
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(51, 0)
  facts.writeUInt16LE(1, 2)
  facts.writeUInt16LE(99, 4)
  facts.writeUInt16LE(1, 22)
  facts.writeUInt16LE(extra.length, 24)
  const local = Buffer.concat([
    Buffer.from('PK\u0003\u0004', 'latin1'),
    facts,
    Buffer.from('a'),
    extra,
    salt,
    proof,
  ])
  const directory = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'),
    facts,
    Buffer.alloc(14),
    Buffer.from('a'),
    extra,
  ])
  return Buffer.concat([local, directory, endOf(1, directory.length, local.length)])
}
