import { expect, test } from 'vitest'
import { readConfig } from '#core/config.ts'
import { keyFor } from '#core/keys.ts'
import { bounceAddress, replyAddress } from '../reply-address.ts'
import { readMailStart } from './mail-start.ts'

const config = readConfig(
  {
    SECRET_KEY: 'a-secret-key-for-tests-that-is-long-enough',
    REPLY_ADDRESS: 'casos@estudio.example',
    IMAP_URL: 'imap://casos:secreta@127.0.0.1',
  },
  { production: false },
)
const id = 'abcdefgh234567zz'
const reply = replyAddress(keyFor(config.secretKey, 'reply-address'), 'casos@estudio.example', id)
const bounce = bounceAddress(keyFor(config.secretKey, 'bounce-address'), 'casos@estudio.example', id)

const read = (...lines: string[]) =>
  readMailStart({ config }, Buffer.from([...lines, '', 'Hola'].join('\r\n')), true)

test('our addresses are found wherever servers or the sender wrote them, and no other', () => {
  const { deliveredTo, replyAddressIds } = read(
    `Delivered-To: <${bounce.toUpperCase()}>`,
    'X-Original-To: rosa@correo.example',
    `To: "Estudio, Rojas" <${reply}>, otra@correo.example`,
    'Cc: casos@estudio.example',
  )
  expect(deliveredTo).toEqual([bounce, reply, 'casos@estudio.example'])
  expect(replyAddressIds).toEqual([id])
})

test('an address with a wrong signature is ours, for it may have been mangled, but says nothing', () => {
  const { deliveredTo, replyAddressIds } = read(
    `To: ${reply.replace(/\.[a-z2-7]{26}@/, `.${'a'.repeat(26)}@`)}`,
  )
  expect(deliveredTo).toHaveLength(1)
  expect(replyAddressIds).toEqual([])
})

test('who it says it is from and about what, where that can be read as it stands', () => {
  expect(read('From: Rosa <Rosa@correo.example>', 'Subject: Mis   papeles')).toMatchObject({
    from: 'rosa@correo.example',
    subject: 'Mis papeles',
  })
  expect(read('Subject: =?utf-8?Q?C=C3=A9dula?=')).toMatchObject({ from: null, subject: null })
})

test('a header that does not end within the first bytes says nothing', () => {
  const start = Buffer.from(`To: ${reply}\r\nX-Long: ${'x'.repeat(1000)}`)
  expect(readMailStart({ config }, start, false)).toEqual({
    deliveredTo: [],
    replyAddressIds: [],
    from: null,
    subject: null,
  })
})
