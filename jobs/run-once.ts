import { parentPort } from 'node:worker_threads'
import type { Office } from '#core/office.ts'
import { openJobOffice } from './job-office.ts'

/**
 * Runs a job that comes back by interval, and lets go of everything; the thread then ends by itself. At the signal, which comes when
 * the process is to end, a job of many parts begins no other.
 */
export async function runOnce(
  told: string,
  work: (office: Office, signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const stopping = new AbortController()
  parentPort?.on('message', (message: unknown) => {
    if (message === 'cancel') stopping.abort()
  })
  // Listening alone keeps nobody alive.
  parentPort?.unref()
  const office = await openJobOffice()
  try {
    office.log.debug({ result: await work(office, stopping.signal) }, told)
  } catch (error) {
    office.log.error({ err: error }, `not done: ${told}`)
  } finally {
    await office.db.close()
  }
}
