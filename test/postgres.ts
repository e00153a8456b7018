import type { TestProject } from 'vitest/node'
import { migrateBase } from './migrate-base.ts'
import { startPostgres } from './postgres-server.ts'

/** Before the suites of the `postgres` project: a server, and a migrated database from which tests copy theirs. */
export default async function setup(project: TestProject) {
  const server = await startPostgres()
  try {
    const base = server.url('base')
    await createBase(server.url('postgres'))
    await migrateBase(base)
    project.provide('baseDatabase', base)
  } catch (error) {
    await server.stop()
    throw error
  }
  return server.stop
}

async function createBase(url: string): Promise<void> {
  const { Client } = (await import('pg')).default
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('create database base')
  await client.end()
}
