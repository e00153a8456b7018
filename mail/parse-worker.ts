import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { MailUnreadable } from './mail-unreadable.ts'
import { readMail } from './read-mail.ts'
import { readOriginal } from './read-original.ts'
import type { ParseAnswer, ParseTask } from './parse.ts'

// Reading may wait; whoever clicks, and the mail that is read already, may not. Linux alone takes it for this thread's own.
if (process.platform === 'linux') setPriority(4)

// Never imports the database: this thread may be terminated at any moment, and a query in flight would take the
// whole process with it.
parentPort?.on('message', (task: ParseTask) => {
  read(task).then(answer, (error: unknown) => answer({ failure: failureOf(error) }))
})

async function read({ rawPath, options }: ParseTask): Promise<ParseAnswer> {
  return options ? { mail: await readMail(rawPath, options) } : { original: await readOriginal(rawPath) }
}

// The first word: everything is loaded, and the time of a mail may begin to count.
answer({})

function answer(answer: ParseAnswer): void {
  parentPort?.postMessage(answer)
}

function failureOf(error: unknown): NonNullable<ParseAnswer['failure']> {
  if (error instanceof MailUnreadable) return { unreadable: error.code, message: error.reason }
  const message = error instanceof Error ? error.message : String(error)
  // The disk's faults are not the mail's: it is tried again.
  const isFault = error instanceof Error && 'syscall' in error
  return { unreadable: isFault ? null : 'broken', message }
}
