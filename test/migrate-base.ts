import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Brings a database to the newest schema in a process of its own: which engine the tables are for is decided
 * when they are loaded, and the test runner serves both.
 */
export async function migrateBase(url: string): Promise<void> {
  const script = `const { migrateDatabase } = await import('#db/migrate.ts'); await migrateDatabase(process.env.DATABASE_URL)`
  const project = fileURLToPath(new URL('..', import.meta.url))
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: project,
    env: { ...process.env, DATABASE_URL: url },
  })
}
