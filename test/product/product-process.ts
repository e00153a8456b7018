import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createInterface } from 'node:readline'

/** A line of the log; one that is not JSON, or was written to standard error, has its text as `msg`. */
export type LogLine = { msg: string; level?: number; [fact: string]: unknown }

export type ProductProcess = {
  /** Resolves when it says that it is ready; rejects when it ends before, with all it said, takes too long or is given up. */
  ready: (within: number, signal?: AbortSignal) => Promise<void>
  isRunning: () => boolean
  /** The number by which the system knows it. */
  pid: number | undefined
  /** Sends the signal and waits for the end: its exit code, or null if the signal ended it. */
  end: (signal: 'SIGTERM' | 'SIGKILL', within: number) => Promise<number | null>
}

const main = fileURLToPath(new URL('../../main.ts', import.meta.url))
const endWithParent = new URL('./end-with-parent.ts', import.meta.url).href

/** Starts `main.ts` in a process of its own, with this environment and no other; it ends when this process ends. */
export function productProcess(
  env: NodeJS.ProcessEnv,
  folder: string,
  logs: LogLine[],
  hear: (line: LogLine) => void = () => undefined,
): ProductProcess {
  const child = spawn(process.execPath, ['--import', endWithParent, main], {
    cwd: folder,
    env,
    // A group of its own: Ctrl-C reaches whoever started it, who then ends it in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const began = logs.length
  const said = Promise.withResolvers<void>()
  const over = once(child, 'close').then(() => child.exitCode)
  readLines(child, (line) => {
    logs.push(line)
    hear(line)
    if (line.msg === 'Despacho is ready') said.resolve()
  })
  const isRunning = () => child.exitCode === null && child.signalCode === null

  return {
    isRunning,
    pid: child.pid,
    async ready(within, signal) {
      const ended = over.then((code) => {
        throw new Error(`Despacho ended (${code}) before it was ready:\n${textOf(logs.slice(began))}`)
      })
      const givenUp = signal ? [once(signal, 'abort').then(() => Promise.reject(new Error('given up')))] : []
      signal?.throwIfAborted()
      await withinTime(Promise.race([said.promise, ended, ...givenUp]), within, 'Despacho to be ready')
    },
    async end(signal, within) {
      // The whole group: what it has started, such as a build of the portal, is nobody else's.
      if (isRunning() && child.pid) process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal)
      return withinTime(over, within, `Despacho to end after ${signal}`)
    },
  }
}

/** The log as a person reads it: one line each, the faults with what is known of them. */
export function textOf(logs: readonly LogLine[]): string {
  return logs
    .map(({ msg, level, time, pid, hostname, ...facts }) => {
      const known = Object.keys(facts).length > 0 ? ` ${JSON.stringify(facts)}` : ''
      return `${msg}${known}`
    })
    .join('\n')
}

function readLines(child: ChildProcess, take: (line: LogLine) => void) {
  const { stdout, stderr } = child
  if (stdout) createInterface({ input: stdout }).on('line', (line) => take(parsed(line)))
  if (stderr) createInterface({ input: stderr }).on('line', (line) => take({ msg: line }))
}

function parsed(line: string): LogLine {
  try {
    const { msg, ...facts }: Record<string, unknown> = JSON.parse(line)
    return { ...facts, msg: typeof msg === 'string' ? msg : line }
  } catch {
    return { msg: line }
  }
}

async function withinTime<Result>(promise: Promise<Result>, within: number, what: string): Promise<Result> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`waited ${within} ms for ${what}`)), within)
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
