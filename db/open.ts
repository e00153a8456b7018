import type { Database } from './database.ts'
import { sqlitePath } from './sqlite-path.ts'

/** Opens the database a `DATABASE_URL` names: `file:./data/despacho.db` or `postgres://…`. Migrating is `migrateDatabase`'s. */
export async function openDatabase(url: string): Promise<Database> {
  if (/^postgres(ql)?:/.test(url)) return (await import('./postgres.ts')).openPostgres(url)
  return (await import('./sqlite.ts')).openSqlite(sqlitePath(url))
}
