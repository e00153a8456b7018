import { createPublicKey, createPrivateKey, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { pushKeys } from './push-keys.ts'

const secret = 'a-secret-key-for-tests-that-is-long-enough'

test('the same secret key gives the same pair after every restart, another one another', () => {
  expect(pushKeys(secret)).toEqual(pushKeys(secret))
  expect(pushKeys(secret).publicKey).not.toBe(pushKeys(`${secret}!`).publicKey)
})

test('phones were told this public key: another way to derive it would silence them all', () => {
  expect(pushKeys(secret).publicKey).toBe(
    'BFxQ4KFQoiL6qzA3BwaArODWpGBlkA6u73Ty5GkeBmjVSDoxlMMNNdDTIwNkczY1sLmF3ePHBWLDDX1z49YumLE',
  )
})

test('what the private key signs, the public key confirms', () => {
  const { publicKey, privateKey } = pushKeys(secret)
  const point = Buffer.from(publicKey, 'base64url')
  expect([point.length, point[0]]).toEqual([65, 4])
  const x = point.subarray(1, 33).toString('base64url')
  const y = point.subarray(33).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x, y }
  const key = createPrivateKey({ key: { ...jwk, d: privateKey }, format: 'jwk' })
  const signature = sign('sha256', Buffer.from('hola'), key)
  const open = createPublicKey({ key: jwk, format: 'jwk' })
  expect(verify('sha256', Buffer.from('hola'), open, signature)).toBe(true)
})
