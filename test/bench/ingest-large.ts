import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { count, eq } from 'drizzle-orm'
import { inboundMessages } from '#db/schema/replies.ts'
import { receiveMail } from '#mail/receive-mail.ts'
import { lawFirm } from '../office/law-firm.ts'
import { benchOffice } from './bench-office.ts'
import { figure } from './figure.ts'
import type { SendReplies } from './ingest-large-sender.ts'
import { mailSettings } from './mail-settings.ts'
import { askClients } from './sample-replies.ts'

const atOnce = 4
const megabyte = 1024 * 1024
const goals = { megabytes: 200, milliseconds: 200 }

const { office, close } = await benchOffice(mailSettings)
const inbox = new Worker(new URL(import.meta.resolve('#jobs/read-inbox.ts')), {
  workerData: { config: office.config },
})
office.wake = () => inbox.postMessage('wake')
const { mailIn } = office.config
if (!mailIn?.listen) throw new Error('no mail comes in')
const door = await receiveMail(office, mailIn, { ...mailIn.listen, port: 0 })
// What writes and sends is no part of what is measured.
const sender = fork(join(import.meta.dirname, 'ingest-large-sender.ts'), [String(door.port)])
const asked = await askClients(office, await lawFirm(office), atOnce * 2)

// Small ones first, so that threads, code and connections are there when it is idle.
await takeIn({ asked: asked.slice(atOnce), bytes: megabyte })
await pause(1000)
const idle = process.memoryUsage.rss()
const blocked = monitorEventLoopDelay({ resolution: 5 })
let peak = idle
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 2)
blocked.enable()
await takeIn({ asked: asked.slice(0, atOnce), bytes: 25 * megabyte })
blocked.disable()
clearInterval(watch)

figure('ingest-large.memory', (peak - idle) / megabyte, 'MB', goals.megabytes)
figure('ingest-large.stall', blocked.max / 1e6, 'ms', goals.milliseconds)
sender.kill()
await door.close()
inbox.postMessage('cancel')
await once(inbox, 'exit')
await close()

/** All at once by SMTP; over when each has its final state. */
async function takeIn(wish: SendReplies): Promise<void> {
  const before = await countAnswered()
  sender.send(wish)
  const [failure] = (await once(sender, 'message')) as [string]
  if (failure) throw new Error(failure)
  while ((await countAnswered()) < before + wish.asked.length) await pause(50)
}

async function countAnswered(): Promise<number> {
  const [row] = await office.db.read
    .select({ number: count().as('number') })
    .from(inboundMessages)
    .where(eq(inboundMessages.state, 'answered'))
  return row?.number ?? 0
}
