import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const every = 25

/** Milliseconds of each answer, in the order of asking. */
export type Timing = { end: () => Promise<number[]> }

/** Asks for a page forty times a second, whether or not the one before was answered, until it is ended. */
export function timeAnswers(url: string): Timing {
  const asked: Promise<number>[] = []
  const timer = setInterval(() => asked.push(timeAnswer(url)), every)
  return {
    end() {
      clearInterval(timer)
      return Promise.all(asked)
    },
  }
}

async function timeAnswer(url: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(url)
  await answer.arrayBuffer()
  return performance.now() - began
}

const idle = `
  const { createServer } = require('node:http')
  const { Worker } = require('node:worker_threads')
  new Worker('for (;;);', { eval: true })
  const server = createServer((_, answer) => answer.end('ok'))
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))
  process.once('disconnect', () => process.exit())`

/**
 * A server in a process of its own, that has nothing to do but answer while another of its threads is busy: what it
 * takes is what the machine takes from anybody.
 */
export async function startIdleServer(): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, ['-e', idle], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  if (!child.stdout) throw new Error('a process without output')
  const [port]: unknown[] = await once(createInterface({ input: child.stdout }), 'line')
  return { url: `http://127.0.0.1:${String(port)}/`, stop: () => child.disconnect() }
}

/** The time within which this share of the answers came, from 0 to 1. */
export function within(share: number, times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0
}
