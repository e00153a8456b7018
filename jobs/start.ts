import { fileURLToPath } from 'node:url'
import Bree from 'bree'
import type { Office } from '#core/office.ts'

export type Jobs = {
  /** Something new is in the outbox or inbox: it is looked at now. */
  wake: (work: 'outbox' | 'inbox') => void
  /** Every job finishes what it holds, within ten seconds, and its thread is over. */
  stop: () => Promise<void>
}

const loops = { outbox: 'deliver-outbox', inbox: 'read-inbox' } as const
const preparing = 'prepare-files'
const mailboxes = 'read-mailboxes'

/**
 * Starts the jobs, each in a thread of its own (Bree): two loops that are woken, one that prepares files, one that reads
 * mailboxes where there are any, and four that come round by interval.
 */
export async function startJobs(office: Office): Promise<Jobs> {
  const stopping = new Set<string>()
  const bree = new Bree({
    root: fileURLToPath(new URL('.', import.meta.url)),
    defaultExtension: 'ts',
    acceptedExtensions: ['.ts'],
    logger: false,
    worker: { workerData: { config: office.config } },
    jobs: [
      { name: loops.outbox, timeout: 0 },
      { name: loops.inbox, timeout: 0 },
      { name: preparing, timeout: 0 },
      ...(office.config.mailIn?.imap ? [{ name: mailboxes, timeout: 0 }] : []),
      { name: 'remind', timeout: '15s', interval: '5m' },
      { name: 'send-digest', timeout: '20s', interval: '5m' },
      { name: 'scan-held', timeout: '30s', interval: '1m' },
      { name: 'tidy', timeout: '1m', interval: '1h' },
    ],
    errorHandler: (error: unknown, about: { name: string }) => {
      office.log.error({ err: error, job: about.name }, 'job ended with a fault')
      // A loop that died is started again; what it held is taken up when its claims run out.
      if (isLoop(about.name) && !stopping.has(about.name))
        setTimeout(() => void bree.run(about.name), 1000).unref()
    },
    workerMessageHandler: ({ message }: { message: unknown }) => {
      if (isWake(message)) wake(message.wake)
    },
  })

  function wake(work: 'outbox' | 'inbox') {
    bree.workers.get(loops[work])?.postMessage('wake')
  }

  await bree.start()
  return {
    wake,
    stop: async () => {
      for (const name of [...Object.values(loops), preparing, mailboxes]) stopping.add(name)
      const ended = [...bree.workers.values()].map(
        (worker) => new Promise<void>((resolve) => worker.once('exit', () => resolve())),
      )
      await bree.stop()
      await Promise.all(ended)
    },
  }
}

function isLoop(name: string): boolean {
  return [...Object.values<string>(loops), preparing, mailboxes].includes(name)
}

function isWake(message: unknown): message is { wake: 'outbox' | 'inbox' } {
  return typeof message === 'object' && message !== null && 'wake' in message
}
