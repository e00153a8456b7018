import { createHash, randomUUID } from 'node:crypto'
import { closeSync, createReadStream, fsync, openSync, renameSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { sqlitePath } from './sqlite-path.ts'

/** Where bytes are kept: raw mail, answers, documents. Keys are ours, never a sender's file name. */
export type Files = {
  /** Stores a stream; when it resolves, the bytes are on disk. Throws `TooLarge` past `most` bytes and stores nothing. */
  put: (key: string, bytes: AsyncIterable<Uint8Array>, most?: number) => Promise<StoredFile>
  /** Stores files of this machine under keys and takes them away from where they were; when it resolves, all bytes are on disk. */
  take: (files: { key: string; path: string }[]) => Promise<void>
  /** Reads a stored file; the stream fails when there is none. */
  read: (key: string) => Readable
  /** Path on this machine, for workers that read a file by themselves. */
  pathOf: (key: string) => string
  remove: (key: string) => Promise<void>
  /** Keys under a folder with when each was written, for tidying. */
  list: (folder: string) => Promise<{ key: string; writtenAt: Date }[]>
}

/** Size in bytes, SHA-256 in hex, and the first 4,100 bytes, enough to tell the type. */
export type StoredFile = { size: number; sha256: string; head: Buffer }

/** More bytes came than were allowed. */
export class TooLarge extends Error {}

/** Opens the file store a `FILES_URL` names (`file:./data/files`). */
export function openFiles(url: string): Files {
  const root = sqlitePath(url)
  const pathOf = (key: string) => {
    if (!/^[a-z0-9/_.-]+$/.test(key) || key.includes('..')) throw new Error(`not a file key: ${key}`)
    return join(root, key)
  }
  return {
    pathOf,
    put: (key, bytes, most = Infinity) => putFile(pathOf(key), bytes, most),
    take: (files) => takeFiles(files.map(({ key, path }) => ({ to: pathOf(key), from: path }))),
    read: (key) => createReadStream(pathOf(key)),
    remove: (key) => rm(pathOf(key), { force: true }),
    list: async (folder) => {
      const names = await readdir(pathOf(folder), { recursive: true }).catch(() => [])
      const found = []
      for (const name of names) {
        const about = await stat(join(pathOf(folder), name)).catch(() => null)
        if (about?.isFile()) found.push({ key: `${folder}/${name}`, writtenAt: about.mtime })
      }
      return found
    },
  }
}

const headBytes = 4100

// Written beside, synced, then renamed: a reader sees all of a file or none, also after a power cut.
async function putFile(path: string, bytes: AsyncIterable<Uint8Array>, most: number): Promise<StoredFile> {
  const unfinished = `${path}.${randomUUID()}.part`
  const file = await withFolder(path, () => open(unfinished, 'wx'))
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  try {
    for await (const chunk of bytes) {
      size += chunk.length
      if (size > most) throw new TooLarge(`more than ${most} bytes`)
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)])
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
    await file.close()
    await rename(unfinished, path)
    await sync(dirname(path))
  } catch (error) {
    await file.close().catch(() => {})
    await rm(unfinished, { force: true })
    throw error
  }
  return { size, sha256: hash.digest('hex'), head }
}

async function takeFiles(files: { from: string; to: string }[]): Promise<void> {
  await Promise.all(
    files.map(async ({ from, to }) => {
      await sync(from)
      await withFolder(to, () => renameSync(from, to))
    }),
  )
  await Promise.all([...new Set(files.map(({ to }) => dirname(to)))].map(sync))
}

/** Most folders are there already. */
async function withFolder<T>(path: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    await mkdir(dirname(path), { recursive: true })
    return work()
  }
}

/** A file's bytes are on disk; of a folder, that its files are in it. */
async function sync(path: string): Promise<void> {
  // Only the disk is worth a thread to wait in: to hand the opening to one takes many times as long as to open.
  const opened = openSync(path, 'r')
  await syncing(opened).finally(() => closeSync(opened))
}

const syncing = promisify(fsync)
