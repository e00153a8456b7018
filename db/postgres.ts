import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Database, Query, Tx } from './database.ts'
import * as schema from './schema/schema.ts'

/** Opens a pool on a PostgreSQL server. Transactions are serialisable, as SQLite's are by nature. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
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
