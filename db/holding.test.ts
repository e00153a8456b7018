import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { holding } from './holding.ts'

/** A thread that holds the file again and again, counting each time, or holds it for ever. */
async function otherThread(file: string, how: 'again and again' | 'for ever') {
  const counted = new Int32Array(new SharedArrayBuffer(4))
  const name = `file:${resolve(file)}`
  const code = `
    const { parentPort, workerData } = require('node:worker_threads')
    const hold = (work) => navigator.locks.request(workerData.name, work)
    const wait = () => new Promise((done) => setTimeout(done, 2))
    async function run() {
      if (workerData.how === 'for ever') return hold(() => { parentPort.postMessage('held'); return new Promise(() => {}) })
      parentPort.postMessage('held')
      for (;;) await hold(() => { Atomics.add(workerData.counted, 0, 1); return wait() })
    }
    setInterval(() => {}, 1000)
    void run()`
  const thread = new Worker(code, { eval: true, workerData: { name, how, counted } })
  onTestFinished(async () => void (await thread.terminate()))
  await once(thread, 'message')
  return { thread, count: () => Atomics.load(counted, 0) }
}

test('however busy another thread is with the file, whoever asks is next', async () => {
  const { count } = await otherThread('busy.db', 'again and again')
  for (let n = 0; n < 30; n++) {
    await pause(1)
    const asked = count()
    const served = await holding('busy.db', () => Promise.resolve(count()))
    // The one under way, and one that may have asked at the same moment.
    expect(served - asked).toBeLessThanOrEqual(2)
  }
  const before = count()
  await holding('busy.db', async () => {
    const held = count()
    await pause(20)
    expect(count()).toBe(held)
  })
  await pause(20)
  expect(count()).toBeGreaterThan(before)
})

test('a thread that ends while it holds the file lets go of it', async () => {
  const { thread } = await otherThread('ended.db', 'for ever')
  const held = holding('ended.db', () => Promise.resolve('held'))
  expect(await Promise.race([held, pause(50, 'waits')])).toBe('waits')
  await thread.terminate()
  expect(await held).toBe('held')
})

test('a work that fails lets go, and knows while it holds what it is part of', async () => {
  const within = new AsyncLocalStorage<string>()
  const failing = within.run('a request', () =>
    Promise.all([
      holding('own.db', () => pause(5)),
      holding('own.db', () => Promise.reject(new Error(within.getStore()))),
    ]),
  )
  await expect(failing).rejects.toThrow('a request')
  expect(await holding('own.db', () => Promise.resolve('served'))).toBe('served')
})
