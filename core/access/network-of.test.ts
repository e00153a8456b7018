import { expect, test } from 'vitest'
import { networkOf } from './network-of.ts'

test('of IPv6 the customer counts, not each of their addresses', () => {
  for (const one of ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff::7', '2001:db8:1:2:3:4:5:6'])
    expect(networkOf(one)).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:db8::5')).toBe('2001:db8:0:0::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
})

test('IPv4 is itself, also where it is written as IPv6', () => {
  expect(networkOf('192.0.2.1')).toBe('192.0.2.1')
  expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1')
  expect(networkOf('')).toBe('')
})
