import { Transform, type TransformCallback } from 'node:stream'
import { type HeaderValue, MailParser, type MailParserOptions } from 'mailparser'

/** What mailparser has and its types leave out; the version is pinned, and the fixtures tell when this changes. */
declare module 'mailparser' {
  interface MailParserOptions {
    ignoreEmbedded?: boolean
    maxHeadSize?: number
    maxChildNodes?: number
  }
  interface MailParser {
    createNode(part: SplitPart): PartNode
    getDecoder(): { decodeStream(charset: string): Transform }
  }
}

type SplitPart = { root: boolean; filename: string | false }
type PartNode = {
  contentType: string | false
  headers: Map<string, HeaderValue>
  parent?: PartNode
  isAttachment?: boolean
  disposition?: string
  charset?: string
}

/** Bytes of header, of the mail and of each part. */
export const mostHeaderBytes = 256 * 1024
export const mostParts = 1000
const mostTextBytes = 2 * 1024 * 1024
const ownCharset = 'despacho:'

/**
 * mailparser with its limits set and three habits changed: text of an unknown or undeclared charset is read as UTF-8
 * if it is that, else as windows-1252; at most 2 MB of text are kept; a named text part below the letter is a file,
 * as Apple Mail sends it. Text is left as it is, never turned into HTML or the other way.
 */
export class MimeParser extends MailParser {
  readonly seen: { types: string[]; reportType: string | null; calendarMethods: string[] }
  #hasText = false
  #textLeft = mostTextBytes

  constructor() {
    const options: MailParserOptions = {
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      keepDeliveryStatus: true,
      checksumAlgo: 'sha256',
      ignoreEmbedded: true,
      maxHeadSize: mostHeaderBytes,
      maxChildNodes: mostParts,
    }
    super(options)
    this.seen = { types: [], reportType: null, calendarMethods: [] }
  }

  override createNode(part: SplitPart): PartNode {
    const node = super.createNode(part)
    const type = node.contentType || 'text/plain'
    this.seen.types.push(type)
    if (part.root) this.seen.reportType = parameterOf(node, 'report-type')?.toLowerCase() ?? null
    if (/^(text\/calendar|application\/ics)$/.test(type))
      this.seen.calendarMethods.push((parameterOf(node, 'method') ?? '').toUpperCase())
    if (node.isAttachment || node.disposition !== 'inline') return node
    const isFile = part.filename && this.#hasText && node.parent?.contentType !== 'multipart/alternative'
    this.#hasText = true
    if (isFile) Object.assign(node, { isAttachment: true, disposition: 'attachment' })
    // A charset of our own name, so that decodeStream below is asked for every text, UTF-8 too.
    else node.charset = ownCharset + (node.charset ?? '')
    return node
  }

  // Called by the constructor of mailparser, before the fields of this class are there.
  override getDecoder(): { decodeStream(charset: string): Transform } {
    const usual = super.getDecoder()
    return {
      decodeStream: (given) => {
        const charset = given.slice(ownCharset.length).trim().toLowerCase()
        const isGuess = charset === '' || /^(us-?)?ascii$|^unknown/.test(charset)
        const decoder = isGuess ? null : decoderFor(charset)
        if (decoder || isGuess) return new TextCollector((size) => this.#takeText(size), decoder)
        try {
          return usual.decodeStream(charset)
        } catch {
          return new TextCollector((size) => this.#takeText(size), null)
        }
      },
    }
  }

  #takeText(size: number): number {
    const taken = Math.min(size, this.#textLeft)
    this.#textLeft -= taken
    return taken
  }
}

class TextCollector extends Transform {
  readonly #take: (size: number) => number
  readonly #decoder: TextDecoder | null
  readonly #chunks: Buffer[] = []

  constructor(take: (size: number) => number, decoder: TextDecoder | null) {
    super()
    this.#take = take
    this.#decoder = decoder
  }

  override _transform(chunk: Buffer | string, _encoding: string, done: TransformCallback): void {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    const taken = this.#take(bytes.length)
    if (taken) this.#chunks.push(bytes.subarray(0, taken))
    done()
  }

  override _flush(done: TransformCallback): void {
    const bytes = Buffer.concat(this.#chunks)
    done(null, Buffer.from(this.#decoder ? this.#decoder.decode(bytes) : guessText(bytes)))
  }
}

/** Text of bytes whose charset nobody tells: UTF-8 if they are that, else windows-1252. */
export function guessText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function decoderFor(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset)
  } catch {
    return null
  }
}

function parameterOf(node: PartNode, name: string): string | null {
  const value = node.headers.get('content-type')
  return typeof value === 'object' && 'params' in value ? (value.params[name] ?? null) : null
}
