import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundaryOf, MalformedForm, readForm } from './multipart.ts'

type Sent = { name: string; filename: string | null; bytes: Buffer }

/** A form as Node's own encoder, written by other people, puts it on the wire. */
async function encoded(fields: Sent[]): Promise<{ boundary: string; body: Buffer }> {
  const form = new FormData()
  for (const { name, filename, bytes } of fields) {
    if (filename === null) form.append(name, bytes.toString('utf8'))
    else form.append(name, new Blob([new Uint8Array(bytes)]), filename)
  }
  const response = new Response(form)
  const boundary = boundaryOf(response.headers.get('content-type'))
  return { boundary: boundary ?? '', body: Buffer.from(await response.arrayBuffer()) }
}

async function* inPieces(body: Buffer, sizes: number[]) {
  let at = 0
  for (let i = 0; at < body.length; i++) {
    const size = sizes[i % sizes.length] ?? 1
    yield body.subarray(at, at + size)
    at += size
  }
}

async function received(body: AsyncIterable<Uint8Array>, boundary: string): Promise<Sent[]> {
  const parts = []
  for await (const { name, filename, bytes } of readForm(body, boundary)) {
    const chunks = []
    for await (const chunk of bytes) chunks.push(chunk)
    parts.push({ name, filename, bytes: Buffer.concat(chunks) })
  }
  return parts
}

// Letters that have broken parsers before, line breaks and dashes among them; a lone surrogate cannot be sent at all.
const anyName = fc
  .string({ unit: fc.constantFrom(...'aé漢😀;=",.\\/-()% \''), minLength: 1, maxLength: 20 })
  .filter((name) => !/%(22|0D|0A)/i.test(name) && !name.endsWith('\\') && !name.includes('\\"'))
const anyBytes = fc.array(fc.constantFrom('\r', '\n', '-', '--', '\r\n', '\r\n--', 'a', 'ñ', '\0'), {
  maxLength: 60,
})

test('whatever is sent, cut wherever the network likes, arrives as it was', async () => {
  const field = fc.record({
    name: fc.constantFrom('item', 'files', 'text'),
    filename: anyName,
    bytes: anyBytes.map((pieces) => Buffer.from(pieces.join(''))),
  })
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(fc.array(field, { minLength: 1, maxLength: 4 }), sizes, async (fields, cuts) => {
      const { boundary, body } = await encoded(fields)
      expect(await received(inPieces(body, cuts), boundary)).toEqual(fields)
    }),
    { numRuns: 500 },
  )
})

test('a text field comes without a file name', async () => {
  const { boundary, body } = await encoded([
    { name: 'text', filename: null, bytes: Buffer.from('Calle Larga 12, año 1999') },
  ])
  const [part] = await received(inPieces(body, [7]), boundary)
  expect(part?.filename).toBeNull()
  expect(part?.bytes.toString('utf8')).toBe('Calle Larga 12, año 1999')
})

test('a part nobody cared to read does not spoil the next one', async () => {
  const { boundary, body } = await encoded([
    { name: 'files', filename: 'a.pdf', bytes: Buffer.alloc(5000, 'x') },
    { name: 'files', filename: 'b.pdf', bytes: Buffer.from('second') },
  ])
  const names = []
  for await (const part of readForm(inPieces(body, [100]), boundary)) {
    names.push(part.filename)
    for await (const chunk of part.bytes) if (chunk.length > 0) break
  }
  expect(names).toEqual(['a.pdf', 'b.pdf'])
})

test('a form that breaks off is not taken for a whole one', async () => {
  const { boundary, body } = await encoded([
    { name: 'files', filename: 'a.pdf', bytes: Buffer.alloc(500, 'x') },
  ])
  for (const length of [0, 10, 60, 300, body.length - boundary.length - 4]) {
    await expect(received(inPieces(body.subarray(0, length), [64]), boundary)).rejects.toThrow(MalformedForm)
  }
})

test('a header without end does not fill the memory', async () => {
  async function* endless() {
    yield Buffer.from('--x\r\nContent-Disposition: form-data; name="')
    for (;;) yield Buffer.alloc(4096, 'a')
  }
  await expect(received(endless(), 'x')).rejects.toThrow(MalformedForm)
})

test('a part without a name, or of another kind, is refused', async () => {
  for (const header of ['Content-Type: text/plain', 'Content-Disposition: attachment; name="a"', '']) {
    const body = Buffer.from(`--x\r\n${header}\r\n\r\nvalue\r\n--x--`)
    await expect(received(inPieces(body, [9]), 'x')).rejects.toThrow(MalformedForm)
  }
})

test('a file name quoted in the manner of curl is read too', async () => {
  const body = Buffer.from(
    '--x\r\ncontent-disposition: form-data; name="files"; filename="a \\"b\\".pdf"\r\n\r\n1\r\n--x--\r\n',
  )
  expect((await received(inPieces(body, [11]), 'x'))[0]?.filename).toBe('a "b".pdf')
})

test('the boundary is found with and without quotes, and only in a form', () => {
  expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc')
  expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe('a b')
  expect(boundaryOf('multipart/mixed; boundary=abc')).toBeNull()
  expect(boundaryOf('application/json')).toBeNull()
  expect(boundaryOf(null)).toBeNull()
})
