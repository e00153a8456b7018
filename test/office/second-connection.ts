import { afterAll } from 'vitest'
import type { Office } from '#core/office.ts'
import { openDatabase } from '#db/open.ts'

const opened: Office[] = []

/** The same office as another process has it: same data, same clock, a database connection of its own. */
export async function secondConnection(office: Office): Promise<Office> {
  const second = { ...office, db: await openDatabase(office.config.databaseUrl) }
  opened.push(second)
  return second
}

afterAll(async () => {
  for (const office of opened.splice(0)) await office.db.close()
})
