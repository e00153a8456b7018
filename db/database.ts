import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from './schema/schema.ts'

/** The query builder, the same for both engines: use it for reading, or inside `write`. */
export type Query = BaseSQLiteDatabase<'async', unknown, typeof schema>

/**
 * Inside a transaction of `write`; state, event and outbox rows go through the same one. That something was written is known
 * when `write` resolves and not before, so nobody catches a failed insert inside; what is asked at once (`Promise.all`) only asks.
 */
export type Tx = Query & { readonly __transaction?: true }

/** An open database. */
export type Database = {
  engine: 'sqlite' | 'postgres'
  /** Reads what is committed. Never write through it. */
  read: Query
  /** One attempt at a serialisable transaction; `write` is what callers use. */
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}
