import { isUtf8 } from 'node:buffer'
import { createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl, { type Entry, type ZipFile } from 'yauzl'

/** What is let out of an archive at most; `ratio` counts from a megabyte on. */
export const zipCaps = { entries: 1000, bytes: 250 * 1024 * 1024, ratio: 200, milliseconds: 8000 }

/** Why an archive is not opened. */
export class ZipRefused extends Error {
  readonly because: 'encrypted' | 'unsafe' | 'broken'

  constructor(because: 'encrypted' | 'unsafe' | 'broken', said: string) {
    super(said)
    this.because = because
  }
}

export type ZipEntry = {
  /** As it stands there, sanitised by nobody. */
  path: string
  /** Bytes, as the archive says. */
  size: number
  /** Writes its bytes to a new file. Throws ZipRefused when there are more of them than may be. */
  extract: (to: string) => Promise<void>
}

/**
 * Walks through an archive's files, without folders and what a Mac adds, after its whole directory was looked at: entries that
 * are too many, too large, packed too well or lie over one another (as in every zip bomb) are refused before a byte is unpacked.
 * Throws ZipRefused.
 */
export async function openZip(path: string, visit: (entry: ZipEntry) => Promise<void>): Promise<void> {
  const zip = await opened(path)
  try {
    const entries = await directoryOf(zip)
    const budget = { bytes: zipCaps.bytes, until: performance.now() + zipCaps.milliseconds }
    for (const entry of entries)
      await visit({
        path: nameOf(entry),
        size: entry.uncompressedSize,
        extract: (to) => extract(zip, entry, to, budget),
      })
  } finally {
    zip.close()
  }
}

async function opened(path: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, { autoClose: false, decodeStrings: false })
  } catch (error) {
    throw new ZipRefused('broken', String(error))
  }
}

async function directoryOf(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > zipCaps.entries) throw new ZipRefused('unsafe', `${zip.entryCount} entries`)
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch (error) {
    throw new ZipRefused('broken', String(error))
  }
  if (entries.some((entry) => entry.isEncrypted())) throw new ZipRefused('encrypted', 'has a password')
  refuseBombs(entries)
  return entries.filter(
    (entry) => !/\/$/.test(nameOf(entry)) && !/(^|\/)(__MACOSX\/|\.DS_Store$)/.test(nameOf(entry)),
  )
}

function refuseBombs(entries: Entry[]): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > zipCaps.bytes) throw new ZipRefused('unsafe', `${total} bytes`)
  let end = 0
  for (const entry of entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    const { compressedSize, uncompressedSize, relativeOffsetOfLocalHeader: start } = entry
    if (start < end) throw new ZipRefused('unsafe', 'entries lie over one another')
    end = start + 30 + entry.fileNameRaw.length + compressedSize
    if (uncompressedSize > 1024 * 1024 && uncompressedSize > compressedSize * zipCaps.ratio)
      throw new ZipRefused('unsafe', 'packed too well')
  }
}

async function extract(
  zip: ZipFile,
  entry: Entry,
  to: string,
  budget: { bytes: number; until: number },
): Promise<void> {
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      budget.bytes -= chunk.length
      const over = budget.bytes < 0 || performance.now() > budget.until
      done(over ? new ZipRefused('unsafe', 'more than may be unpacked') : null, chunk)
    },
  })
  try {
    await pipeline(
      await zip.openReadStreamPromise(entry),
      counted,
      createWriteStream(to, { flags: 'wx', mode: 0o600 }),
    )
  } catch (error) {
    if (error instanceof ZipRefused) throw error
    throw new ZipRefused('broken', String(error))
  }
}

/** The name by its flags, or its Unicode twin (APPNOTE 4.6.9); macOS writes UTF-8 and does not say so. */
function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
  const flags = isUtf8(fileNameRaw) ? generalPurposeBitFlag | 0x800 : generalPurposeBitFlag
  return yauzl.getFileNameLowLevel(flags, fileNameRaw, extraFields, false)
}
