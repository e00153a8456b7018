import { FileTooLarge, NothingHandedIn, TooManyFiles } from '#core/errors.ts'
import type { UploadedFile } from '#core/replies/handing-in/hand-in.ts'
import { boundaryOf, readForm, type Part } from './multipart.ts'

export type ReceivedForm = {
  /** The fields that stand before the first file. */
  texts: Map<string, string>
  /** As they arrive: each has to be read before the next is asked for, and nothing of them is kept here. */
  files: AsyncIterable<UploadedFile>
}

/** Far above what a person sends, far below what hurts. */
const mostParts = 100
/** More than core takes of any text, so what is cut here is refused there, with the right number. */
const mostTextBytes = 256 * 1024

/**
 * Begins to take in a form with files. `most` bytes in all; what announces more is refused before it is read, what
 * brings more is cut off. A file field in which nothing was chosen counts as none.
 * Throws refusals and `MalformedForm`, both here and while the files are read.
 */
export async function receiveForm(request: Request, most: number): Promise<ReceivedForm> {
  const boundary = boundaryOf(request.headers.get('content-type'))
  if (!request.body || boundary === null) throw new NothingHandedIn()
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new FileTooLarge('', most)
  const parts = atMostParts(readForm(atMostBytes(request.body, most), boundary))
  const texts = new Map<string, string>()
  let next = await parts.next()
  while (!next.done && next.value.filename === null) {
    texts.set(next.value.name, await textOf(next.value.bytes))
    next = await parts.next()
  }
  return { texts, files: filesIn(next.done ? null : next.value, parts) }
}

async function* filesIn(first: Part | null, rest: AsyncIterable<Part>): AsyncGenerator<UploadedFile> {
  if (first) yield* asFile(first)
  for await (const part of rest) yield* asFile(part)
}

function* asFile({ filename, type, bytes }: Part): Generator<UploadedFile> {
  if (filename) yield { name: filename, type, bytes }
}

async function* atMostParts(parts: AsyncIterable<Part>): AsyncGenerator<Part> {
  let count = 0
  for await (const part of parts) {
    if (++count > mostParts) throw new TooManyFiles(mostParts)
    yield part
  }
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let room = mostTextBytes
  for await (const chunk of bytes) {
    chunks.push(chunk.subarray(0, room))
    room -= Math.min(room, chunk.length)
  }
  return Buffer.concat(chunks).toString('utf8')
}

// The stream is let go of, never cancelled: that would hang up on the sender, who could then not be told why.
async function* atMostBytes(body: ReadableStream<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      size += value.length
      if (size > most) throw new FileTooLarge('', most)
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}
