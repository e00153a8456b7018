import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setEnvironmentData, Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { turnsOfThreads } from './turns-of-threads.ts'

let files = 0
// Far longer than any machine stands still, where nobody is to be gone past.
const patient = { patienceMs: 60_000 }
const aFile = () => `turns-${++files}.db`

/** Another thread that has the same turns; `body` uses `turn`, `say` and `pause`. */
function thread(file: string, body: string, options = patient): Worker {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads')
    const { setTimeout: pause } = require('node:timers/promises')
    const say = (word) => parentPort.postMessage(word)
    import(workerData.module).then(async ({ turnsOfThreads }) => {
      const { turn } = turnsOfThreads(workerData.file, workerData.options)
      ${body}
    })`
  const module = new URL('./turns-of-threads.ts', import.meta.url).href
  const worker = new Worker(source, { eval: true, workerData: { module, file, options } })
  onTestFinished(async () => void (await worker.terminate()))
  return worker
}

/** Counts the turns that a thread says it has had. */
function countTurns(worker: Worker): () => number {
  let count = 0
  worker.on('message', () => count++)
  return () => count
}

test('whoever asks while another thread goes from turn to turn is next', async () => {
  const file = aFile()
  const { turn } = turnsOfThreads(file, patient)
  const busy = thread(file, `for (;;) { const done = turn(() => pause(5)); say('asked'); await done }`)
  const asked = countTurns(busy)
  await once(busy, 'message')
  for (let n = 0; n < 20; n++) {
    const before = asked()
    await turn(async () => {
      // What it has said is heard first.
      await pause(20)
      // The turn it had, and the one that it asks for now.
      expect(asked() - before).toBeLessThanOrEqual(2)
    })
  }
})

test('all threads get their turns, and one at a time', async () => {
  const file = aFile()
  const { turn } = turnsOfThreads(file, patient)
  const shared = new Int32Array(new SharedArrayBuffer(8))
  const others = Array.from({ length: 6 }, () =>
    thread(
      file,
      `parentPort.on('message', async (shared) => {
        for (let n = 0; n < 50; n++) await turn(async () => {
          if (Atomics.add(shared, 0, 1) !== 0) say('not alone')
          await pause(Math.random() < 0.2 ? 2 : 0)
          Atomics.sub(shared, 0, 1)
          Atomics.add(shared, 1, 1)
        })
        say('done')
      })`,
    ),
  )
  const said = others.map(async (other) => {
    other.postMessage(shared)
    return (await once(other, 'message'))[0] as string
  })
  for (let n = 0; n < 50; n++) await turn(() => pause(0))
  expect(await Promise.all(said)).toEqual(others.map(() => 'done'))
  expect(shared[1]).toBe(6 * 50)
})

test('a thread that ends while it is served, or while it waits, does not hold up the others', async () => {
  const file = aFile()
  const { turn } = turnsOfThreads(file, { patienceMs: 200 })
  const holding = thread(file, `turn(() => { say('held'); return pause(60_000) })`)
  await once(holding, 'message')
  const waiting = thread(file, `turn(() => {}); say('waits')`)
  await once(waiting, 'message')
  await holding.terminate()
  await waiting.terminate()
  expect(await turn(async () => 'mine')).toBe('mine')
  expect(await turn(async () => 'at once')).toBe('at once')
})

test('one that takes very long is gone past, and calls nobody when it is done after all', async () => {
  const { turn } = turnsOfThreads(aFile(), { patienceMs: 1000 })
  const order: string[] = []
  const slow = turn(() => pause(1200)).then(() => order.push('slow'))
  const second = turn(async () => {
    order.push('second begins')
    await slow
    await pause(50)
    order.push('second ends')
  })
  const third = turn(async () => void order.push('third'))
  await Promise.all([second, third])
  expect(order).toEqual(['second begins', 'slow', 'second ends', 'third'])
})

test('work that fails gives its turn on', async () => {
  const { turn } = turnsOfThreads(aFile())
  await expect(turn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await turn(async () => 'next')).toBe('next')
})

test('numbers that have run out begin again', async () => {
  const file = aFile()
  const last = 2 ** 31 - 1
  const numbers = new Int32Array(new SharedArrayBuffer(8)).fill(last)
  setEnvironmentData(`turns:${resolve(file)}`, numbers.buffer)
  const { turn } = turnsOfThreads(file)
  const order: string[] = []
  const speak = async (name: string) => {
    order.push(`${name} begins`)
    await pause(5)
    order.push(`${name} ends`)
  }
  await Promise.all(['one', 'two', 'three'].map((name) => turn(() => speak(name))))
  expect(order).toEqual([
    ...['one begins', 'one ends'],
    ...['two begins', 'two ends'],
    ...['three begins', 'three ends'],
  ])
})
