import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database, Tx } from './database.ts'
import { isTwin, isWorthRetrying } from './errors.ts'

const inside = new AsyncLocalStorage<true>()
const attempts = 12
/** A key that is still taken then was not lost in a race. */
const twinAttempts = 3

/** Throws where a transaction of `write` is under way in whose work this stands. */
export function refuseInside(): void {
  if (inside.getStore()) throw new Error('write() inside write(): hand on the transaction instead')
}

/**
 * Runs `work` in one serialisable transaction: afterwards all of it is stored, or, when it throws, nothing.
 * `work` may run several times when it loses a race, so it touches nothing but `tx`. Never nested.
 */
export async function write<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  refuseInside()
  for (let attempt = 1; ; attempt++) {
    try {
      return await inside.run(true, () => db.transaction(work))
    } catch (error) {
      const mayRetry = isTwin(error) ? attempt < twinAttempts : isWorthRetrying(error)
      if (attempt === attempts || !mayRetry) throw error
      await pause(Math.random() * 8 * 2 ** Math.min(attempt, 6))
    }
  }
}
