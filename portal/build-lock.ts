import { mkdir, open, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The holder touches the lock this often; one that has not been touched for `deadAfter` has lost its holder. */
const beat = 1000
const deadAfter = 15_000

/**
 * Does the work while no other process that asks for the same lock does its own; waits for as long as that takes.
 * The lock of a process that was killed is taken over.
 */
export async function whileLocked<T>(path: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true })
  while (!(await take(path))) {
    await clearIfDead(path)
    await pause(200)
  }
  const heart = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), beat)
  try {
    return await work()
  } finally {
    clearInterval(heart)
    await rm(path, { force: true })
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

// Moved aside before it is removed: of several that find it dead only one can move it, and what was moved by mistake,
// because somebody else had just taken the lock anew, is moved back.
async function clearIfDead(path: string): Promise<void> {
  if (!(await isDead(path))) return
  const aside = `${path}.${process.pid}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if (await isDead(aside)) await rm(aside, { force: true })
  else await rename(aside, path)
}

async function isDead(path: string): Promise<boolean> {
  const about = await stat(path).catch(() => null)
  return about !== null && Date.now() - about.mtimeMs > deadAfter
}
