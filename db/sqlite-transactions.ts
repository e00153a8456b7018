import { AsyncLocalStorage } from 'node:async_hooks'
import { inTurn } from './in-turn.ts'
import { exec, type Connection } from './sqlite-connection.ts'
import { turnsOfThreads } from './turns-of-threads.ts'

/** Chooses a connection for some work. */
export type On = <T>(work: (connection: Connection) => Promise<T>) => Promise<T>

/** One transaction: what it writes and does not wait for, and why nothing more of it may reach the file. */
type Transaction = { underWay: Promise<void>[]; over: Error | null }

/** So many may wait to be written; whoever writes more waits for room. */
const mostAhead = 100

/**
 * Transactions on one connection, one after the other. Each waits for what it asks, not for what it writes: SQLite takes all of
 * it in turn, and whether it could be written is asked before the commit. Once something could not be, nothing further of that
 * transaction reaches the file, for SQLite may have undone it as a whole; nor does what is still asked when it is over.
 */
export function transactionsOn(connection: Connection, file: string) {
  const current = new AsyncLocalStorage<Transaction>()
  const transactions = inTurn()
  const withTheFile = turnsOfThreads(file)
  // One thing after the other: `sqlite3` has its threads take up several in any order.
  const questions = inTurn()

  const on: On = (work) => {
    const mine = current.getStore()
    return questions.turn(async () => {
      if (!mine) throw new Error('nothing is written outside a transaction')
      if (mine.over !== null) throw mine.over
      return work(connection)
    })
  }

  async function write(work: (connection: Connection) => Promise<void>): Promise<void> {
    const mine = current.getStore()
    const writing = on(work)
    if (!mine || mine.over !== null) return writing
    // Its failure is told before the commit.
    writing.catch((error: Error) => (mine.over ??= error))
    mine.underWay.push(writing)
    if (mine.underWay.length >= mostAhead) await allWritten(mine)
  }

  async function allWritten(mine: Transaction): Promise<void> {
    await Promise.allSettled(mine.underWay.splice(0))
    if (mine.over !== null) throw mine.over
  }

  async function run<T>(work: () => Promise<T>): Promise<T> {
    const mine: Transaction = { underWay: [], over: null }
    await exec(connection, 'begin immediate')
    try {
      // Awaited inside: a query begins only when somebody waits for it.
      const result = await current.run(mine, async () => work())
      await allWritten(mine)
      await exec(connection, 'commit')
      return result
    } catch (error) {
      // What could not be written may be why the rest failed.
      await allWritten(mine).catch(() => {})
      const cause = mine.over ?? error
      mine.over ??= new Error('the transaction failed', { cause: error })
      await questions.idle()
      await exec(connection, 'rollback').catch(() => {})
      throw cause
    } finally {
      mine.over ??= new Error('the transaction is over')
    }
  }

  return {
    on,
    write,
    transaction: <T>(work: () => Promise<T>): Promise<T> =>
      transactions.turn(() => withTheFile.turn(() => run(work))),
    idle: transactions.idle,
  }
}
