import { mkdtemp, rm, utimes, writeFile, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { whileLocked } from './build-lock.ts'

let folder: string
let lock: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-lock-'))
  lock = join(folder, 'inner', 'lock')
})
afterEach(() => rm(folder, { recursive: true }))

test('of several who want to build at once, one does so after the other', async () => {
  let inside = 0
  const crowd: number[] = []
  await Promise.all(
    [1, 2, 3].map((turn) =>
      whileLocked(lock, async () => {
        crowd.push(++inside)
        await new Promise((resolve) => setImmediate(resolve))
        inside--
        return turn
      }),
    ),
  )
  expect(crowd).toEqual([1, 1, 1])
  expect(await readdir(join(folder, 'inner'))).toEqual([])
})

test('a build that fails does not keep the door shut', async () => {
  await expect(whileLocked(lock, () => Promise.reject(new Error('no builder')))).rejects.toThrow('no builder')
  expect(await whileLocked(lock, () => Promise.resolve('built'))).toBe('built')
})

test('the lock of a process that was killed is taken over', async () => {
  await whileLocked(lock, () => Promise.resolve())
  await writeFile(lock, '')
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(lock, longAgo, longAgo)
  expect(await whileLocked(lock, () => Promise.resolve('built'))).toBe('built')
})
