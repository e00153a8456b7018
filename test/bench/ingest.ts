import { once } from 'node:events'
import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { notInArray } from 'drizzle-orm'
import { MailParser, type AttachmentStream, type MessageText } from 'mailparser'
import { storeInbound } from '#core/replies/inbound/store-inbound.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { lawFirm } from '../office/law-firm.ts'
import { benchOffice } from './bench-office.ts'
import { figure, median, timed } from './figure.ts'
import { mailSettings } from './mail-settings.ts'
import { sampleReplies, type SampleReply } from './sample-replies.ts'

const rounds = 12
const atOnce = 40

const { office, close } = await benchOffice(mailSettings)
const firm = await lawFirm(office)
// As in production: the listener stores in one thread, the inbox loop reads in another.
const inbox = new Worker(new URL(import.meta.resolve('#jobs/read-inbox.ts')), {
  workerData: { config: office.config },
})
let hasRead = () => {}
inbox.on('message', () => hasRead())

// By turns, so that whatever else the machine does befalls both alike; the first rounds warm both up.
const [ours, alone]: [number[], number[]] = [[], []]
for (let round = -2; round < rounds; round++) {
  const replies = await sampleReplies(office, firm, atOnce)
  const bare = await timed(() => parseAlone(replies))
  const whole = await timed(() => takeIn(replies))
  if (round < 0) continue
  alone.push((atOnce * 1000) / bare)
  ours.push((atOnce * 1000) / whole)
}
await expectAllAnswered()
figure('ingest.rate', median(ours), 'messages/s', median(alone))
inbox.postMessage('cancel')
await once(inbox, 'exit')
await close()

/** Stored as the listener does it, four at a time; over when the last one has its final state. */
async function takeIn(replies: SampleReply[]): Promise<void> {
  let left = replies.length
  const allRead = new Promise<void>((resolve) => {
    hasRead = () => --left === 0 && resolve()
  })
  const waiting = [...replies]
  const store = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const envelope = { from: next.from, to: [next.to], remoteAddress: '127.0.0.1' }
      await storeInbound(office, { source: 'smtp', envelope, raw: Readable.from([next.raw]) })
      inbox.postMessage('wake')
    }
  }
  await Promise.all(Array.from({ length: 4 }, store))
  await allRead
}

/** mailparser with the safe options; each attachment is read to its end. */
async function parseAlone(replies: SampleReply[]): Promise<void> {
  for (const { raw } of replies) {
    const parser = new MailParser({
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
    })
    parser.end(raw)
    for await (const piece of parser as AsyncIterable<AttachmentStream | MessageText>) {
      if (piece.type !== 'attachment') continue
      for await (const chunk of piece.content as Readable) void chunk
      piece.release()
    }
  }
}

async function expectAllAnswered(): Promise<void> {
  const astray = await office.db.read
    .select({ state: inboundMessages.state, error: inboundMessages.lastError })
    .from(inboundMessages)
    .where(notInArray(inboundMessages.state, ['answered', 'filed']))
  if (astray.length > 0) throw new Error(`${astray.length} mails went astray: ${JSON.stringify(astray[0])}`)
}
