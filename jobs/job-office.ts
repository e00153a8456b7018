import { parentPort, workerData } from 'node:worker_threads'
import type { Config } from '#core/config.ts'
import type { Office } from '#core/office.ts'
import { openOffice } from '#core/open-office.ts'

/** The office as a job in its own thread has it: connections of its own, the configuration handed over by `start.ts`. */
export function openJobOffice(): Promise<Office> {
  // Bree clones what `start.ts` gives it; nobody else starts these threads.
  const { config } = workerData as { config: Config }
  return openOffice(config, { migrate: false, wake: (work) => parentPort?.postMessage({ wake: work }) })
}
