import fc from 'fast-check'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { lineEnds } from './line-ends.ts'

async function turn(chunks: string[]): Promise<string> {
  const stream = Readable.from(
    chunks.filter(Boolean).map((chunk) => Buffer.from(chunk)),
    { objectMode: false },
  )
  return (await buffer(lineEnds(stream))).toString()
}

test('lines ended by CR become lines, wherever the stream was cut', async () => {
  const unit = fc.constantFrom('\r', '\n', '\r\n', 'a', 'b')
  const chunk = fc.array(unit, { maxLength: 6 }).map((all) => all.join(''))
  await fc.assert(
    fc.asyncProperty(fc.array(chunk, { maxLength: 12 }), async (chunks) => {
      const turned = await turn(chunks)
      const lines = (text: string) => text.split(/\r\n|\n|\r/)
      expect(turned.replaceAll('\r\n', '\n')).not.toContain('\r')
      expect(lines(turned)).toEqual(lines(chunks.join('')))
    }),
  )
})
