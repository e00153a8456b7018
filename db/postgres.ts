import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Database, Query, Tx } from './database.ts'
import { inTurn } from './in-turn.ts'
import * as schema from './schema/schema.ts'

/** `pg` has a client asked one thing at a time; what a transaction asks in one breath waits its turn. */
class InTurn extends pg.Client {
  readonly #questions = inTurn()

  // Whoever gives a callback, as the pool does, asks for nothing else meanwhile.
  override query(...asked: unknown[]): never {
    const ask = () => super.query(...(asked as Parameters<pg.Client['query']>))
    if (typeof asked.at(-1) === 'function') return ask() as never
    return this.#questions.turn(async () => ask()) as never
  }
}

/** Opens a pool on a PostgreSQL server. Transactions are serialisable, as SQLite's are by nature. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, Client: InTurn })
  // An idle connection that the server ends must not end the process; the pool opens another.
  pool.on('error', () => {})
  const database = drizzle(pool, { schema, casing: 'snake_case' })
  return {
    engine: 'postgres',
    read: database as unknown as Query,
    transaction: (work) =>
      database.transaction((tx) => work(tx as unknown as Tx), { isolationLevel: 'serializable' }),
    close: () => pool.end(),
  }
}
