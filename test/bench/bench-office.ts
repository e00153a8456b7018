import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '#core/config.ts'
import type { Office } from '#core/office.ts'
import { openOffice } from '#core/open-office.ts'
import { startPostgres } from '../postgres-server.ts'

export const engine = process.env.BENCH_ENGINE === 'postgres' ? 'postgres' : 'sqlite'

export type BenchOffice = {
  office: Office
  /** After much was stored at once: PostgreSQL plans by figures that it otherwise renews within a minute. */
  renewStatistics: () => Promise<void>
  /** Puts everything away. */
  close: () => Promise<void>
}

/** An office with an empty database of the engine being measured. */
export async function benchOffice(env: Record<string, string> = {}): Promise<BenchOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'despacho-bench-'))
  await chmod(folder, 0o755)
  const server = engine === 'postgres' ? await startPostgres() : null
  const config = readConfig(
    {
      SECRET_KEY: 'a-secret-key-for-benches-that-is-long-enough',
      DATABASE_URL: server ? server.url('postgres') : `file:${join(folder, 'bench.db')}`,
      FILES_URL: `file:${join(folder, 'files')}`,
      LOG_LEVEL: 'silent',
      ...env,
    },
    { production: false },
  )
  const office = await openOffice(config, { migrate: true })
  return {
    office,
    renewStatistics: async () => {
      if (!server) return
      const client = new pg.Client({ connectionString: server.url('postgres') })
      await client.connect()
      await client.query('analyze')
      await client.end()
    },
    close: async () => {
      await office.db.close()
      await server?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
