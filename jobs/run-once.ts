import type { Office } from '#core/office.ts'
import { openJobOffice } from './job-office.ts'

/** Runs a job that comes back by interval, and lets go of everything; the thread then ends by itself. */
export async function runOnce(told: string, work: (office: Office) => Promise<unknown>): Promise<void> {
  const office = await openJobOffice()
  try {
    office.log.debug({ result: await work(office) }, told)
  } catch (error) {
    office.log.error({ err: error }, `not done: ${told}`)
  } finally {
    await office.db.close()
  }
}
