import { Worker } from 'node:worker_threads'
import type { IncomingMail } from '#core/replies/inbound/incoming-mail.ts'
import type { OriginalMail } from '#core/replies/original/original-mail.ts'
import { MailUnreadable, type UnreadableCode } from './mail-unreadable.ts'
import type { ReadMailOptions } from './read-mail.ts'

/** Without options it is only to be looked at. */
export type ParseTask = { rawPath: string; options: ReadMailOptions | null }
export type ParseAnswer = {
  mail?: IncomingMail
  original?: OriginalMail
  /** `unreadable` is null for a fault that may pass. */
  failure?: { unreadable: UnreadableCode | null; message: string }
}

export type MailReaderOptions = Pick<ReadMailOptions, 'trustedAuthservId' | 'systemAddresses'> & {
  facesInternet?: boolean
  /** Bytes; 50 MB unless told. */
  mostAttachmentBytes?: number
  /** For one mail; 15 s unless told. */
  timeoutMs?: number
  /** Of one worker; 256 unless told. */
  maxHeapMb?: number
  /** Mails read at the same time; 2 unless told. Threads start when they are needed and stay. */
  workers?: number
}

export type MailReader = {
  /**
   * Reads a raw mail, spooling its attachments to `spoolDir`. Rejects with MailUnreadable when the mail takes too
   * long, too much memory, or breaks the parser; with another error when the disk is at fault. Never hangs.
   */
  read(
    rawPath: string,
    about: { spoolDir: string; envelope?: ReadMailOptions['envelope'] },
  ): Promise<IncomingMail>
  /** Reads a raw mail to be looked at, as it came; stores nothing, asks nobody about its sender. Rejects as `read` does. */
  original(rawPath: string): Promise<OriginalMail>
  /** Ends the threads; what is still being read rejects with an error that may pass. */
  close: () => Promise<void>
}

/** Makes a reader of incoming mail that works in threads of its own, so that no mail holds up or breaks the process. */
export function createMailReader(options: MailReaderOptions): MailReader {
  const { timeoutMs = 15_000, maxHeapMb = 256, workers: most = 2 } = options
  const started = new WeakMap<Worker, Promise<void>>()
  const idle = new Set<Worker>()
  const busy = new Set<Worker>()
  const waiting: PromiseWithResolvers<void>[] = []
  let isClosed = false

  async function read(rawPath: string, about: Parameters<MailReader['read']>[1]): Promise<IncomingMail> {
    const task: ParseTask = {
      rawPath,
      options: {
        spoolDir: about.spoolDir,
        envelope: about.envelope ?? null,
        trustedAuthservId: options.trustedAuthservId,
        systemAddresses: options.systemAddresses,
        facesInternet: options.facesInternet ?? false,
        mostAttachmentBytes: options.mostAttachmentBytes ?? 50 * 1024 * 1024,
      },
    }
    const { mail } = await answerTo(task)
    return mail ?? nothing()
  }

  async function original(rawPath: string): Promise<OriginalMail> {
    const answer = await answerTo({ rawPath, options: null })
    return answer.original ?? nothing()
  }

  async function answerTo(task: ParseTask): Promise<ParseAnswer> {
    const worker = await takeWorker()
    try {
      // A busy machine takes its time to start a thread, which is not the mail's fault and is not held against it.
      await started.get(worker)
      if (worker.threadId === -1) throw new Error('the parser was ended')
      return await ask(worker, task, { timeoutMs, maxHeapMb })
    } finally {
      giveBack(worker)
    }
  }

  async function takeWorker(): Promise<Worker> {
    while (!isClosed && idle.size === 0 && busy.size >= most) {
      const turn = Promise.withResolvers<void>()
      waiting.push(turn)
      await turn.promise
    }
    if (isClosed) throw new Error('the mail reader is closed')
    const [worker = begin()] = idle
    idle.delete(worker)
    busy.add(worker)
    worker.ref()
    return worker
  }

  function begin(): Worker {
    const worker = startWorker(maxHeapMb, idle)
    started.set(worker, untilStarted(worker))
    return worker
  }

  function giveBack(worker: Worker): void {
    busy.delete(worker)
    if (worker.threadId !== -1 && !isClosed) idle.add(worker)
    worker.unref()
    waiting.shift()?.resolve()
  }

  async function close(): Promise<void> {
    isClosed = true
    for (const turn of waiting.splice(0)) turn.resolve()
    await Promise.all([...idle, ...busy].map((worker) => worker.terminate()))
  }

  return { read, original, close }
}

/** Reads one mail in a thread of its own; see `MailReader.read`. */
export async function parseMail(
  rawPath: string,
  options: MailReaderOptions & Parameters<MailReader['read']>[1],
): Promise<IncomingMail> {
  const reader = createMailReader({ ...options, workers: 1 })
  try {
    return await reader.read(rawPath, options)
  } finally {
    await reader.close()
  }
}

// V8 collects the whole heap again and again where the limit is near, so its own is far off and the heap is looked at.
const heapHeadroom = 8
const watchMs = 100

async function heapMbOf(worker: Worker): Promise<number> {
  if (worker.threadId === -1) return 0
  const found = await worker.getHeapStatistics().catch(() => null)
  return (found?.used_heap_size ?? 0) / 1024 / 1024
}

function startWorker(maxHeapMb: number, idle: Set<Worker>): Worker {
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    resourceLimits: {
      maxOldGenerationSizeMb: maxHeapMb * heapHeadroom,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
    env: {},
    execArgv: [],
  })
  // Whoever waits for an answer listens too; a thread that dies while it is idle is simply gone.
  worker.on('error', () => {}).on('exit', () => idle.delete(worker))
  return worker
}

const startMs = 60_000

/** Resolves when the thread has said that it is ready, or is over: one that has not begun by then is ended. */
async function untilStarted(worker: Worker): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  worker.once('message', () => resolve()).once('exit', () => resolve())
  const timer = setTimeout(() => void worker.terminate(), startMs)
  await promise
  clearTimeout(timer)
}

function nothing(): never {
  throw new Error('no answer from the parser')
}

type Limits = Required<Pick<MailReaderOptions, 'timeoutMs' | 'maxHeapMb'>>

async function ask(worker: Worker, task: ParseTask, limits: Limits): Promise<ParseAnswer> {
  const { timeoutMs, maxHeapMb } = limits
  const { promise, resolve, reject } = Promise.withResolvers<ParseAnswer>()
  let isDone = false
  const onMessage = (answer: ParseAnswer) => {
    isDone = true
    const { failure } = answer
    if (!failure) resolve(answer)
    else if (failure.unreadable) reject(new MailUnreadable(failure.unreadable, failure.message))
    else reject(new Error(failure.message))
  }
  const onError = (error: Error) => {
    const code = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash'
    reject(new MailUnreadable(code, error.message))
  }
  const onExit = () => reject(new Error('the parser was ended'))
  worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  const timer = setTimeout(
    () => reject(new MailUnreadable('timeout', `not read within ${timeoutMs} ms`)),
    timeoutMs,
  )
  const watch = setInterval(() => {
    const stops = () => reject(new MailUnreadable('memory', `more than ${maxHeapMb} MB`))
    void heapMbOf(worker).then((used) => used > maxHeapMb && stops())
  }, watchMs)
  try {
    worker.postMessage(task)
    return await promise
  } finally {
    // What it still works at must never be taken for the answer about the next mail.
    if (!isDone) await worker.terminate()
    clearTimeout(timer)
    clearInterval(watch)
    worker.off('message', onMessage).off('error', onError).off('exit', onExit)
  }
}
