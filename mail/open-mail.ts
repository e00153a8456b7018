import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { AttachmentStream, Headers, MessageText } from 'mailparser'
import { headBytes, type SpooledFile } from '#core/files/attachment-type.ts'
import { MailUnreadable } from './mail-unreadable.ts'
import { MimeParser, mostParts } from './mime-parser.ts'

export type OpenedPart = SpooledFile & {
  givenName: string | null
  /** Lower case, without parameters. */
  declared: string
  /** Without angle brackets. */
  contentId: string | null
  sha256: string
}

export type OpenedMail = {
  headers: Headers
  text: string
  html: string | null
  /** Whatever is no text of the mail, in its order; the bytes lie in the spool folder. */
  parts: OpenedPart[]
  /** Of every part, the outermost first. */
  types: string[]
  reportType: string | null
  calendarMethods: string[]
}

/** A count of parts that a mail and the mails inside it share. */
export type PartBudget = { left: number }

/**
 * Takes a raw mail apart with mailparser: texts into memory, everything else into files of `spoolDir` while it is
 * read, so that a mail of any size needs little memory; without a folder only what they are is told. Throws
 * MailUnreadable where a limit is passed.
 */
export async function openMail(
  raw: Readable | Buffer,
  spoolDir: string | null,
  budget: PartBudget,
): Promise<OpenedMail> {
  const parser = new MimeParser()
  let headers: Headers = new Map()
  parser.on('headers', (found) => (headers = found))
  const parts: OpenedPart[] = []
  let text = ''
  let html: string | null = null
  if (Buffer.isBuffer(raw)) writeInPieces(raw, parser)
  else raw.once('error', (error) => parser.destroy(error)).pipe(parser)
  try {
    for await (const piece of parser as AsyncIterable<AttachmentStream | MessageText>) {
      if (piece.type === 'text') {
        text = piece.text ?? ''
        html = typeof piece.html === 'string' ? piece.html : null
        continue
      }
      if (spoolDir && parts.length === 0) mkdirSync(spoolDir, { recursive: true })
      if (--budget.left < 0) throw new MailUnreadable('too_many_parts', `more than ${mostParts} parts`)
      parts.push(await spool(piece, spoolDir))
    }
  } catch (error) {
    throw limitOf(error) ?? error
  } finally {
    if (!Buffer.isBuffer(raw)) raw.destroy()
  }
  const { types, reportType, calendarMethods } = parser.seen
  return { headers, text, html, parts, types, reportType, calendarMethods }
}

// In one piece it would be decoded to strings that only a full collection takes away again.
function writeInPieces(raw: Buffer, parser: MimeParser): void {
  for (let at = 0; at < raw.length; at += pieceBytes) parser.write(raw.subarray(at, at + pieceBytes))
  parser.end()
}

const pieceBytes = 64 * 1024

async function spool(piece: AttachmentStream, spoolDir: string | null): Promise<OpenedPart> {
  const path = spoolDir ? join(spoolDir, randomUUID()) : ''
  const head: Buffer[] = []
  let size = 0
  // Written at once and not in turns: this thread reads one mail and nobody else waits for it.
  const file = spoolDir ? openSync(path, 'wx', 0o600) : null
  try {
    for await (const chunk of piece.content as Readable as AsyncIterable<Buffer>) {
      if (size < headBytes) head.push(chunk.subarray(0, headBytes - size))
      size += chunk.length
      if (file !== null) for (let at = 0; at < chunk.length;) at += writeSync(file, chunk, at)
    }
  } finally {
    if (file !== null) closeSync(file)
  }
  const part = {
    path,
    size,
    head: Buffer.concat(head),
    givenName: piece.filename ?? null,
    declared: (piece.contentType || 'application/octet-stream').toLowerCase(),
    contentId: piece.cid || null,
    sha256: piece.checksum,
  }
  piece.release()
  return part
}

function limitOf(error: unknown): MailUnreadable | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EMAXLEN') return null
  return new MailUnreadable(
    /header/i.test(error.message) ? 'header_too_large' : 'too_many_parts',
    error.message,
  )
}
