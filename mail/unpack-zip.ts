import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { openZip, ZipRefused, type ZipBudget } from '#core/documents/open-zip.ts'
import { cleanLine } from '#core/files/clean-text.ts'
import { headBytes } from '#core/files/attachment-type.ts'
import type { AttachmentFlag } from '#core/replies/inbound/incoming-mail.ts'
import type { OpenedPart } from './open-mail.ts'

/** More than so many are no documents that somebody handed in, but an archive. */
const mostOpened = 40

/** The chat itself in what WhatsApp exports, in the languages we know. */
const whatsApp = /^(_chat|(chat de |conversa (do|de) |conversación de )?whatsapp (chat )?.*)\.txt$/i

export type Unpacked = {
  /** `archive`: its files stand for it; null: it stays one file. */
  flag: AttachmentFlag | null
  parts: (OpenedPart & { folders: string })[]
}

/**
 * The files of a zip that a client sent, spooled as if they had been attached; an export of WhatsApp, an empty one and one of
 * more than forty files stay whole. What would be a bomb is flagged, and nothing of it kept.
 */
export async function unpackZip(path: string, spoolDir: string, budget: ZipBudget): Promise<Unpacked> {
  const whole: Unpacked = { flag: null, parts: [] }
  try {
    const paths: string[] = []
    await openZip(path, (entry) => Promise.resolve(void paths.push(entry.path)))
    const names = paths.map((one) => one.slice(one.lastIndexOf('/') + 1))
    if (paths.length === 0 || paths.length > mostOpened || names.some((name) => whatsApp.test(name)))
      return whole
    const parts: Unpacked['parts'] = []
    await openZip(
      path,
      async (entry) => {
        const to = join(spoolDir, randomUUID())
        await entry.extract(to)
        parts.push({ ...(await partAt(to)), ...namesOf(entry.path) })
      },
      budget,
    )
    return { flag: 'archive', parts }
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error
    return { flag: error.because === 'encrypted' ? 'encrypted' : 'unsafe', parts: [] }
  }
}

async function partAt(path: string) {
  const hash = createHash('sha256')
  const head: Buffer[] = []
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (size < headBytes) head.push(chunk.subarray(0, headBytes - size))
    size += chunk.length
    hash.update(chunk)
  }
  return {
    path,
    size,
    head: Buffer.concat(head),
    sha256: hash.digest('hex'),
    declared: 'application/octet-stream',
    contentId: null,
  }
}

function namesOf(path: string): { givenName: string; folders: string } {
  const last = path.lastIndexOf('/')
  const folders = path
    .slice(0, Math.max(0, last))
    .split(/[/\\]/)
    .filter((one) => !/^\.*$/.test(one))
  return { givenName: path.slice(last + 1), folders: cleanLine(folders.join(' › '), 200) }
}
