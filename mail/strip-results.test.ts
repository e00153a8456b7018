import fc from 'fast-check'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { readRawHeader, valuesOf } from './raw-header.ts'
import { stripAuthenticationResults } from './strip-results.ts'

async function strip(chunks: string[]): Promise<string> {
  const stream = Readable.from(
    chunks.filter(Boolean).map((chunk) => Buffer.from(chunk)),
    { objectMode: false },
  )
  return (await buffer(stream.pipe(stripAuthenticationResults()))).toString()
}

test('what other servers vouch for is cut out of the header, wherever the stream was cut', async () => {
  const ours = ['A: 1\r\n', 'B: 2\n', 'From: a@b\r\n', '\r\n', ' folded\r\n', '\tfolded\n']
  const theirs = ['Authentication-Results: x;\r\n y=pass\r\n', 'authentication-results : q\n\tz\n']
  const line = fc.constantFrom(...ours, ...theirs)
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 12 }),
      fc.integer({ min: 1, max: 40 }),
      async (lines, size) => {
        const whole = lines.join('')
        const stripped = await strip([whole])
        expect(await strip(whole.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [])).toBe(stripped)
        const header = readRawHeader(Buffer.from(stripped), true)
        expect(header && valuesOf(header, 'authentication-results')).toEqual([])
        if (!theirs.some((their) => whole.includes(their))) expect(stripped).toBe(whole)
      },
    ),
  )
})

test('a body that speaks of such results is left as it is', async () => {
  const mail = 'From: a@b\r\n\r\nAuthentication-Results: mx; dmarc=pass\r\n'
  expect(await strip([mail])).toBe(mail)
})
