import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { ArchiveContents } from '#db/schema/replies.ts'
import type { JoinPhotos } from './join-photos.ts'
import type { ListZip } from './list-zip.ts'
import type { MakePictures } from './make-pictures.ts'

export type Task = MakePictures | JoinPhotos | ListZip

type DoneOf<T extends Task> = T extends JoinPhotos ? string[] : T extends ListZip ? ArchiveContents : null

/**
 * What a task may take: `seconds` of the processor's time, however busy the machine is, and `milliseconds` by the clock; the memory is
 * what it may ask for, of which Node itself needs 700 megabytes.
 */
export type Limits = { seconds: number; milliseconds: number; megabytes: number }

const limits: Limits = { seconds: 30, milliseconds: 150_000, megabytes: 2000 }

/** The file cannot be worked on; what was said of it is for the log. */
export class NotDone extends Error {}

const child = fileURLToPath(new URL('./workshop-child.ts', import.meta.url))

/**
 * Has a task done in a process of its own, which is ended when it takes too long and refused memory when it wants too much.
 * Throws NotDone; at the signal the process is ended, too, and what it says is thrown, for nothing is wrong with the file.
 */
export async function inWorkshop<T extends Task>(
  task: T,
  how: Partial<Limits> = {},
  signal?: AbortSignal,
): Promise<DoneOf<T>> {
  const { seconds, milliseconds, megabytes } = { ...limits, ...how }
  const limited = 'ulimit -d "$1" 2>/dev/null; ulimit -t "$2" 2>/dev/null; shift 2; exec "$@"'
  const node = [process.execPath, '--max-old-space-size=256', '--no-warnings', child]
  const worker = spawn('/bin/sh', ['-c', limited, 'sh', String(megabytes * 1024), String(seconds), ...node], {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: milliseconds,
    killSignal: 'SIGKILL',
    signal,
  })
  const ended = new Promise<string>((resolve) => {
    worker.once('error', (error) => resolve(error.message))
    worker.once('close', (code, signal) => resolve(`ended with ${signal ?? code}`))
  })
  // It may be gone before it has read what to do.
  worker.stdin.on('error', () => {})
  worker.stdin.end(JSON.stringify(task))
  const [said, end] = await Promise.all([text(worker.stdout), ended])
  signal?.throwIfAborted()
  const answer = parsed<DoneOf<T>>(said)
  if (!answer) throw new NotDone(end)
  if ('failed' in answer) throw new NotDone(answer.failed)
  return answer.done
}

// Written by our own child, whose tasks' types are those above.
function parsed<Done>(said: string): { done: Done } | { failed: string } | null {
  try {
    return JSON.parse(said) as { done: Done } | { failed: string }
  } catch {
    return null
  }
}
