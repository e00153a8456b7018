import { expect, test } from 'vitest'
import { noSessionCookie, sessionCookie, sessionTokenIn } from './session-cookie.ts'

const token = 'abcdefghijklmnopqrstuvwxyz234567'
const until = new Date('2026-12-01T00:00:00Z')

test('over https the cookie is bound to this very host and no script can read it', () => {
  expect(sessionCookie('https://portal.estudio.cl', token, until)).toBe(
    `__Host-despacho=${token}; Path=/; Expires=Tue, 01 Dec 2026 00:00:00 GMT; HttpOnly; SameSite=Lax; Secure`,
  )
})

test('on loopback without https a browser would drop Secure, so it is left out', () => {
  const cookie = sessionCookie('http://127.0.0.1:3000', token, until)
  expect(cookie.startsWith(`despacho=${token}; `)).toBe(true)
  expect(cookie).not.toContain('Secure')
})

test('leaving empties the cookie and dates it long ago', () => {
  expect(noSessionCookie('http://127.0.0.1:3000')).toMatch(/^despacho=; .*Expires=Thu, 01 Jan 1970/)
})

test('the token is found among other cookies, and a neighbour of similar name is not taken for it', () => {
  expect(sessionTokenIn(`a=1; despacho=${token}; b=2`, 'http://localhost')).toBe(token)
  expect(sessionTokenIn(`xdespacho=${token}`, 'http://localhost')).toBeNull()
  expect(sessionTokenIn(`despacho=${token}`, 'https://portal.estudio.cl')).toBeNull()
  expect(sessionTokenIn(undefined, 'http://localhost')).toBeNull()
})

test('a tampered cookie is no token', () => {
  for (const value of ['', 'short', `${token}'--`, `${token} x`, 'a'.repeat(5000)]) {
    expect(sessionTokenIn(`despacho=${value}`, 'http://localhost')).toBeNull()
  }
})
