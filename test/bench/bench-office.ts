import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#core/config.ts'
import type { Office } from '#core/office.ts'
import { openOffice } from '#core/open-office.ts'
import { startPostgres } from '../postgres-server.ts'

export const engine = process.env.BENCH_ENGINE === 'postgres' ? 'postgres' : 'sqlite'

/** An office with an empty database of the engine being measured, and how to put everything away. */
export async function benchOffice(
  env: Record<string, string> = {},
): Promise<{ office: Office; close: () => Promise<void> }> {
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
    close: async () => {
      await office.db.close()
      await server?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
