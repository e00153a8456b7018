import { fileURLToPath } from 'node:url'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import { drizzle as drizzleSqlite } from 'drizzle-orm/sqlite-proxy'
import { migrate as migrateSqlite } from 'drizzle-orm/sqlite-proxy/migrator'
import pg from 'pg'
import sqlite3 from 'sqlite3'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { closeConnection, connect, exec, runSql, selectValues } from './sqlite-connection.ts'
import { sqlitePath } from './sqlite-path.ts'

const folder = (engine: string) => fileURLToPath(new URL(`./migrations/${engine}`, import.meta.url))

/** Brings the database to the newest schema. Safe to call from several processes at once: all but one wait. */
export async function migrateDatabase(url: string): Promise<void> {
  if (/^postgres(ql)?:/.test(url)) await migrateServer(url)
  else await migrateFile(sqlitePath(url))
}

async function migrateFile(path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const connection = await connect(path, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE)
  try {
    await exec(connection, 'pragma journal_mode = wal')
    await exec(connection, 'begin immediate')
    const query = drizzleSqlite(async (sql, params, method) => {
      if (method !== 'run') return { rows: await selectValues(connection, sql, params) }
      await runSql(connection, sql, params)
      return { rows: [] }
    })
    const apply = async (statements: string[]) => {
      for (const statement of statements) await exec(connection, statement)
    }
    await migrateSqlite(query, apply, { migrationsFolder: folder('sqlite') })
    await exec(connection, 'commit')
  } finally {
    await closeConnection(connection)
  }
}

const migrationLock = 7_305_001

async function migrateServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await migratePostgres(drizzlePostgres(client), { migrationsFolder: folder('postgres') })
  } finally {
    await client.end()
  }
}
