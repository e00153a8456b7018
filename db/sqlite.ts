import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import sqlite3 from 'sqlite3'
import type { Database, Query } from './database.ts'
import { limitsWritten } from './limits-written.ts'
import { goesBy, oneBreath, type Engine } from './one-breath.ts'
import * as schema from './schema/schema.ts'
import {
  closeConnection,
  connect,
  exec,
  queryAllValues,
  queryValues,
  runSql,
  selectValues,
  type Connection,
} from './sqlite-connection.ts'
import { transactionsOn, type On } from './sqlite-transactions.ts'
import { allServed } from './writing-together.ts'

/**
 * Opens (and creates) an SQLite file: one writing connection behind a queue, and a few that only read, so that a long search
 * holds up nobody else's.
 * WAL, so that readers never wait; `synchronous=full`, because a 250 to a mail server promises that the row is on disk.
 */
export async function openSqlite(path: string): Promise<Database> {
  mkdirSync(dirname(path), { recursive: true })
  const writer = await connect(path, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE)
  await exec(writer, 'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  // 16 MB each: pages that are written again and again are seldom brought to their place, and are at hand.
  await exec(writer, 'pragma wal_autocheckpoint = 4000; pragma cache_size = -16000')
  const readers = await Promise.all(Array.from({ length: readersAtOnce }, () => openReader(path)))
  const { on, write, transaction, idle } = transactionsOn(writer, path)
  const writing = queryOver(on, write)

  const database: Database = {
    engine: 'sqlite',
    read: queryOver(oneOf(readers)),
    transaction: (work) => transaction(() => work(writing)),
    close: async () => {
      await allServed(database)
      await idle()
      for (const reader of readers) await closeConnection(reader)
      await closeConnection(writer)
    },
  }
  return database
}

/** As many as libuv works at, less one for the writer. */
const readersAtOnce = 3

// Pages are kept as they are needed, up to 64 MB each: those that are only mapped take longer to find after a moment of idleness.
async function openReader(path: string): Promise<Connection> {
  const reader = await connect(path, sqlite3.OPEN_READONLY)
  await exec(reader, 'pragma cache_size = -64000')
  return reader
}

/** Whichever has least to do. */
function oneOf(connections: Connection[]): On {
  const lines = connections.map((connection) => ({ connection, waiting: 0 }))
  return async (work) => {
    const [first, ...others] = lines
    if (!first) throw new Error('no connection to work on')
    const line = others.reduce((least, one) => (one.waiting < least.waiting ? one : least), first)
    line.waiting++
    try {
      return await work(line.connection)
    } finally {
      line.waiting--
    }
  }
}

/** Drizzle over connections of the `sqlite3` package. */
function queryOver(
  on: On,
  write: (work: (connection: Connection) => Promise<void>) => Promise<void> = on,
): Query {
  const engine: Engine = {
    ...oneBreath((questions) => on((connection) => queryAllValues(connection, questions))),
    run: (sql, params) => write((connection) => runSql(connection, sql, params)),
  }
  const query = drizzle(
    async (sql, params, method) => {
      if (method === 'run') {
        await engine.run(sql, params)
        return { rows: [] }
      }
      const asked = limitsWritten({ sql, params })
      const values = await on((connection) =>
        (isQuery(sql) ? queryValues : selectValues)(connection, asked.sql, asked.params),
      )
      // drizzle wants the bare row for `get`, and undefined where there is none; its types know only lists.
      return { rows: method === 'get' ? (values[0] as unknown[]) : values }
    },
    // Only as a third argument does this driver heed `casing`.
    () => Promise.reject(new Error('batches are not used')),
    { schema, casing: 'snake_case' },
  )
  return goesBy(query, engine)
}

function isQuery(sql: string): boolean {
  return /^\s*(select|with)\b/i.test(sql) && !/^\s*with\b[\s\S]*\b(insert|update|delete)\b/i.test(sql)
}
