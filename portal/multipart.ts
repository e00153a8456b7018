/** One field of a form: a text where `filename` is null, else a file. `bytes` can be read until the next part is asked for. */
export type Part = { name: string; filename: string | null; type: string; bytes: AsyncIterable<Uint8Array> }

/** The body is not the form it says it is, or it broke off. */
export class MalformedForm extends Error {}

const mostHeaderBytes = 16 * 1024

/** The boundary named by a `multipart/form-data` content type; null for any other body. */
export function boundaryOf(contentType: string | null): string | null {
  const found = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? '',
  )
  return found?.[1] ?? found?.[2] ?? null
}

/**
 * Reads a form as it arrives (RFC 7578) and never holds more of it than one chunk and one boundary.
 * Names are taken as browsers write them: UTF-8, with `"` and line breaks percent-encoded.
 */
export async function* readForm(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const source = body[Symbol.asyncIterator]()
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // The first boundary has no line break before it; with one put there, all of them look alike.
  let held = Buffer.from('\r\n')
  let passed = false

  async function more() {
    const next = await source.next()
    if (next.done) throw new MalformedForm('the form broke off')
    held = Buffer.concat([held, next.value])
  }

  async function* upTo(mark: Buffer) {
    passed = false
    while (!passed) {
      const at = held.indexOf(mark)
      const end = at < 0 ? held.length - mark.length + 1 : at
      const piece = held.subarray(0, Math.max(end, 0))
      passed = at >= 0
      held = held.subarray(piece.length + (passed ? mark.length : 0))
      if (piece.length > 0) yield piece
      if (!passed) await more()
    }
  }

  async function closesForm() {
    while (held.length < 2) await more()
    return held.subarray(0, 2).toString() === '--'
  }

  for await (const preamble of upTo(delimiter)) void preamble
  while (!(await closesForm())) {
    const header = await textOf(upTo(Buffer.from('\r\n\r\n')))
    passed = false
    yield { ...describe(header), bytes: upTo(delimiter) }
    if (!passed) for await (const rest of upTo(delimiter)) void rest
  }
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const read: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > mostHeaderBytes) throw new MalformedForm('a header is too long')
    read.push(piece)
  }
  return Buffer.concat(read).toString('utf8')
}

function describe(header: string): Omit<Part, 'bytes'> {
  const lines = header.split('\r\n')
  const valueOf = (field: string) => {
    const line = lines.find((one) => one.toLowerCase().startsWith(`${field}:`))
    return line?.slice(field.length + 1).trim() ?? null
  }
  const disposition = valueOf('content-disposition') ?? ''
  const name = parameter(disposition, 'name')
  if (!/^form-data\b/i.test(disposition) || name === null) throw new MalformedForm('a part has no name')
  return {
    name,
    filename: parameter(disposition, 'filename'),
    type: valueOf('content-type') ?? 'application/octet-stream',
  }
}

function parameter(disposition: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}=(?:"((?:\\\\"|[^"])*)"|([^\\s;"]+))`, 'i').exec(disposition)
  const value = found?.[1] ?? found?.[2]
  if (value === undefined) return null
  return value
    .replaceAll('\\"', '"')
    .replaceAll('%22', '"')
    .replaceAll(/%0D/gi, '\r')
    .replaceAll(/%0A/gi, '\n')
}
