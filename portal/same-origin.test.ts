import { expect, test } from 'vitest'
import { comesFromUs } from './same-origin.ts'

const home = 'https://portal.estudio.cl'
const post = (headers: Record<string, string>) => comesFromUs({ method: 'POST', headers }, home)

test("the portal's own forms are accepted", () => {
  expect(post({ 'sec-fetch-site': 'same-origin', origin: home })).toBe(true)
  expect(post({ origin: home })).toBe(true)
})

test("another site's form is refused, also one on a neighbouring host", () => {
  expect(post({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(false)
  expect(post({ 'sec-fetch-site': 'same-site', origin: 'https://blog.estudio.cl' })).toBe(false)
  expect(post({ origin: 'https://evil.example' })).toBe(false)
  expect(post({ origin: 'http://portal.estudio.cl' })).toBe(false)
})

test('a page that hides where it comes from is refused', () => {
  expect(post({ origin: 'null' })).toBe(false)
})

test('any other changing method is judged like POST', () => {
  expect(comesFromUs({ method: 'PUT', headers: { origin: 'https://evil.example' } }, home)).toBe(false)
  expect(comesFromUs({ method: 'DELETE', headers: { 'sec-fetch-site': 'cross-site' } }, home)).toBe(false)
})

test('reading is open to links from everywhere, such as those in e-mails', () => {
  expect(comesFromUs({ method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } }, home)).toBe(true)
})

test('a program that is no browser says neither and is not refused', () => {
  expect(post({})).toBe(true)
})
