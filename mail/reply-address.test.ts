import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newShortId } from '#core/ids.ts'
import { keyFor } from '#core/keys.ts'
import {
  bounceAddress,
  longestReplyLocalPart,
  readBounceAddress,
  readReplyAddress,
  replyAddress,
  replyAddressFault,
} from './reply-address.ts'

const key = keyFor('a secret of the firm that is long enough', 'reply-address')
const base = 'casos@estudio.cl'
const id = 'abcdefgh234567zz'

describe('a reply address', () => {
  test('tells which request is meant', () => {
    expect(readReplyAddress(key, base, replyAddress(key, base, id))).toEqual({ id })
  })

  test('is of lower-case base32 and has the form the firm’s server was told to expect', () => {
    expect(replyAddress(key, base, id)).toMatch(/^casos\+r\.abcdefgh234567zz\.[a-z2-7]{26}@estudio\.cl$/)
  })

  test('survives a client that writes it in capitals', () => {
    const shouted = replyAddress(key, 'Casos@Estudio.CL', id).toUpperCase()
    expect(readReplyAddress(key, base, `  ${shouted} `)).toEqual({ id })
  })

  test('is forged when one character of the mac or of the id differs', () => {
    const good = replyAddress(key, base, id)
    for (let at = 'casos+r.'.length; at < good.indexOf('@'); at++) {
      if (good[at] === '.') continue
      const other = good[at] === 'a' ? 'b' : 'a'
      expect(readReplyAddress(key, base, good.slice(0, at) + other + good.slice(at + 1))).toBe('forged')
    }
  })

  test('is forged when it was made with another key', () => {
    const other = keyFor('quite another secret of another firm', 'reply-address')
    expect(readReplyAddress(key, base, replyAddress(other, base, id))).toBe('forged')
  })

  test('is forged when it has our form and nothing in it', () => {
    expect(readReplyAddress(key, base, 'casos+r.@estudio.cl')).toBe('forged')
    expect(readReplyAddress(key, base, `casos+r.${id}@estudio.cl`)).toBe('forged')
    expect(readReplyAddress(key, base, `${replyAddress(key, base, id).replace('@', '.x@')}`)).toBe('forged')
  })

  test('is none of ours when domain, local part or mark are others', () => {
    const token = replyAddress(key, base, id)
    expect(readReplyAddress(key, base, base)).toBeNull()
    expect(readReplyAddress(key, base, 'casos+ventas@estudio.cl')).toBeNull()
    expect(readReplyAddress(key, base, token.replace('estudio.cl', 'estudio.cl.evil.example'))).toBeNull()
    expect(readReplyAddress(key, base, token.replace('casos', 'otros'))).toBeNull()
    expect(readReplyAddress(key, base, 'no address at all')).toBeNull()
    expect(readReplyAddress(key, base, '')).toBeNull()
  })
})

describe('a bounce address', () => {
  const bounceKey = keyFor('a secret of the firm that is long enough', 'bounce-address')
  const bounces = bounceAddress(bounceKey, base, id)

  test('tells which letters the report is about, in whatever case it comes back', () => {
    expect(bounces).toMatch(/^casos\+b\.abcdefgh234567zz\.[a-z2-7]{26}@estudio\.cl$/)
    expect(readBounceAddress(bounceKey, base, bounces)).toEqual({ id })
    expect(readBounceAddress(bounceKey, 'Casos@Estudio.cl', ` ${bounces.toUpperCase()} `)).toEqual({ id })
  })

  test('is not to be had from the reply address, which every reader knows', () => {
    const answers = replyAddress(key, base, id)
    expect(readBounceAddress(bounceKey, base, answers)).toBeNull()
    expect(readBounceAddress(bounceKey, base, answers.replace('+r.', '+b.'))).toBeNull()
    expect(readReplyAddress(key, base, bounces)).toBeNull()
    expect(readReplyAddress(key, base, bounces.replace('+b.', '+r.'))).toBe('forged')
  })

  test('is none when a character, the domain or the local part differs', () => {
    const last = bounces.indexOf('@') - 1
    const other = bounces.slice(0, last) + (bounces[last] === 'a' ? 'b' : 'a') + bounces.slice(last + 1)
    expect(readBounceAddress(bounceKey, base, other)).toBeNull()
    expect(readBounceAddress(bounceKey, base, bounces.replace('estudio.cl', 'evil.example'))).toBeNull()
    expect(readBounceAddress(bounceKey, base, bounces.replace('casos', 'otros'))).toBeNull()
    expect(readBounceAddress(bounceKey, base, base)).toBeNull()
  })

  test('is not made from an id that is not ours, or a base too long for it', () => {
    expect(() => bounceAddress(bounceKey, base, 'short')).toThrow(RangeError)
    const long = `${'x'.repeat(longestReplyLocalPart + 1)}@estudio.cl`
    expect(() => bounceAddress(bounceKey, long, id)).toThrow(RangeError)
  })
})

describe('the configured address', () => {
  test('leaves room for the longest reply address within 64 characters', () => {
    const longest = 'x'.repeat(longestReplyLocalPart)
    expect(replyAddressFault(`${longest}@estudio.cl`)).toBeNull()
    const address = replyAddress(key, `${longest}@estudio.cl`, newShortId())
    expect(address.indexOf('@')).toBe(64)
    expect(replyAddressFault(`${longest}x@estudio.cl`)).toBe('local_part_too_long')
  })

  test('is refused when it is no plain address', () => {
    for (const base of [
      'estudio.cl',
      '@estudio.cl',
      'Estudio <casos@estudio.cl>',
      '"a b"@x.cl',
      'a@b@c',
      'a@-.',
      '',
    ])
      expect(replyAddressFault(base) === null).toBe(false)
  })

  test('makes no address from an id that is not ours', () => {
    expect(() => replyAddress(key, base, randomBytes(8).toString('hex').toUpperCase())).toThrow(RangeError)
  })
})
