import { readFileSync } from 'node:fs'
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'

/** A spooled attachment with its first bytes at hand. */
export type SpooledFile = { path: string; size: number; head: Buffer }

/** How much of a file `head` holds: what `file-type` wants to see. */
export const headBytes = 4100

/**
 * The MIME type by content: `%PDF-` within the first kilobyte, then `file-type`; the declared one, lower case and
 * without parameters, where the content says nothing or only "some container". Never by the name's ending, and never a
 * picture or a document where the content is a page that could run.
 */
export async function attachmentType(file: SpooledFile, declared: string): Promise<string> {
  const told =
    /^[a-z0-9][\w.+-]{0,99}\/[\w.+-]{1,99}$/i.exec(declared)?.[0].toLowerCase() ?? 'application/octet-stream'
  if (file.size === 0) return told
  if (file.head.subarray(0, 1024).includes('%PDF-')) return 'application/pdf'
  const isLarge = file.size > mostBytesAtOnce
  const found = isLarge ? await fileTypeFromFile(file.path) : await fileTypeFromBuffer(wholeOf(file))
  if (!found) return isMarkup(file.head) && !isText(told) ? 'text/html' : told
  if (vague.get(found.mime)?.test(told)) return told
  return found.mime
}

// A page that calls itself a picture or a PDF is a page.
function isMarkup(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 1024).replace(/^(\xef\xbb\xbf|\s|<!--[^]*?-->)+/, '')
  return /^<(!doctype\s+html|html|head|body|script|svg|iframe)\b/i.test(start)
}

function isText(type: string): boolean {
  return /^text\/|[/+]xml$/.test(type)
}

const mostBytesAtOnce = 1024 * 1024

function wholeOf({ path, size, head }: SpooledFile): Buffer {
  return size > head.length ? readFileSync(path) : head
}

/** Containers of which many types are made, and the declared types that they may well be. */
const vague = new Map([
  ['application/x-cfb', /^application\/(msword|vnd\.ms-|x-msg)/],
  ['application/xml', /\+xml$|^text\/xml$/],
])
