import { randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database of the engine the project runs on. */
    baseDatabase: string
  }
}

const leftovers: (() => Promise<void>)[] = []

/**
 * A migrated database that nobody else uses, as a `DATABASE_URL`, on the engine of the running project:
 * an SQLite file of its own folder, or a PostgreSQL database. It is gone when the test file has ended.
 */
export function freshDatabaseUrl(): Promise<string> {
  const base = inject('baseDatabase')
  return base.startsWith('postgres:') ? copyOfPostgres(base) : copyOfSqlite(base)
}

async function copyOfSqlite(base: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'despacho-test-'))
  leftovers.push(() => rm(folder, { recursive: true, force: true }))
  const copy = join(folder, 'despacho.db')
  await copyFile(base.slice('file:'.length), copy)
  return `file:${copy}`
}

async function copyOfPostgres(base: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(base, `create database ${name} template base`)
  leftovers.push(() => administer(base, `drop database ${name} with (force)`))
  return new URL(`/${name}`, base).href
}

async function administer(base: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: new URL('/postgres', base).href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

afterAll(async () => {
  for (const remove of leftovers.splice(0)) await remove()
})
