import { resolve } from 'node:path'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'

/** Where in the shared memory the next number and the one being served are kept. */
const next = 0
const served = 1

/**
 * Turns with a file for all threads of this process, in the order of asking, by numbers that are drawn and called. Without them
 * SQLite lets whoever finds the file locked sleep, and be overtaken by all who come at a better moment.
 *
 * It is a courtesy alone, and keeps nobody out for good: SQLite's own lock does that, between processes too. Threads share it with
 * the threads they start afterwards. Whoever takes longer than `patienceMs` is gone past, for its thread may have ended.
 */
export function turnsOfThreads(file: string, { patienceMs = 250 } = {}) {
  const numbers = numbersOf(file)

  async function hold(): Promise<number> {
    const mine = Atomics.add(numbers, next, 1)
    for (;;) {
      const called = Atomics.load(numbers, served)
      // Numbers begin again below zero after two thousand million: a difference tells who is before whom, always.
      if (((called - mine) | 0) >= 0) return mine
      if (!(await isAnotherCalled(numbers, called, patienceMs))) callAfter(numbers, called)
    }
  }

  return {
    /** Does `work` when it is its turn. A thread must ask for one turn at a time, or they follow one another needlessly. */
    turn: async <T>(work: () => Promise<T>): Promise<T> => {
      const mine = await hold()
      try {
        return await work()
      } finally {
        callAfter(numbers, mine)
      }
    },
  }
}

function numbersOf(file: string): Int32Array {
  const key = `turns:${resolve(file)}`
  const known = getEnvironmentData(key) as unknown as SharedArrayBuffer | undefined
  const numbers = known ?? new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)
  if (!known) setEnvironmentData(key, numbers)
  return new Int32Array(numbers)
}

/** Calls the number after this one, unless others have gone past it already. */
function callAfter(numbers: Int32Array, called: number): void {
  if (Atomics.compareExchange(numbers, served, called, (called + 1) | 0) === called) {
    Atomics.notify(numbers, served)
  }
}

/** Whether another number than this one is called before so many milliseconds are over. */
async function isAnotherCalled(numbers: Int32Array, called: number, withinMs: number): Promise<boolean> {
  const change = Atomics.waitAsync(numbers, served, called)
  if (!change.async) return true
  // It keeps the thread alive besides, which waiting for shared memory does not.
  const { promise: late, resolve: tooLate } = Promise.withResolvers<'late'>()
  const timer = setTimeout(tooLate, withinMs, 'late')
  const came = await Promise.race([change.value, late])
  clearTimeout(timer)
  return came !== 'late'
}
