import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { Worker } from 'node:worker_threads'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import express from 'express'
import { addMember } from '#core/members/add-member.ts'
import { startSlack } from '#bot/slack/start.ts'
import { lawFirm, tenant } from '../office/law-firm.ts'
import type { AckLoad, Latencies, Target } from './ack-load.ts'
import { benchOffice } from './bench-office.ts'
import { figure, median } from './figure.ts'
import { fillWithMatters } from './many-matters.ts'

const large = Number(process.env.BENCH_MATTERS ?? 100_000)
const signingSecret = 'a-signing-secret-that-only-the-bench-knows'
const users = Array.from({ length: 20 }, (_, number) => `UBENCH${number}`)

const worker = new Worker(new URL('./ack-load.ts', import.meta.url))
const [apiUrl] = (await once(worker, 'message')) as [string]
const { office, close } = await benchOffice({ SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl })
await fill()

const door = startSlack(office)
const ours = await served(door.handler, true)
const bare = await served(bareApp(), false)
const load: AckLoad = { signingSecret, tenant, users, targets: [ours.target, bare.target] }
worker.postMessage(load)
const [measured] = (await once(worker, 'message')) as [Latencies[]]
tell(measured)
await worker.terminate()
ours.close()
bare.close()
await door.close()
await close()

/** A firm with so many matters, twenty of whose members are in Slack. */
async function fill(): Promise<void> {
  const firm = await lawFirm(office)
  await fillWithMatters(
    office,
    { firmId: firm.firmId, clientId: firm.rosaId, memberId: firm.camila.memberId },
    0,
    large,
  )
  for (const userId of users) {
    const identities = [{ platform: 'slack' as const, tenant, userId }]
    const email = `${userId.toLowerCase()}@estudio.example`
    await addMember(office, { by: firm.system, name: userId, email, role: 'lawyer', identities })
  }
}

/** A Bolt app that verifies the signature, finds its token, and acknowledges; its requests come as ours do. */
function bareApp(): RequestListener {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: ['/slack/events'],
    logLevel: LogLevel.ERROR,
  })
  const app = new App({
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: apiUrl },
    convoStore: false,
    authorize: async () => ({ botToken: 'xoxb-bare' }),
  })
  app.command(/./, async ({ ack }) => ack())
  app.options({ type: 'block_suggestion', action_id: 'matter' }, async ({ ack }) => ack({ options: [] }))
  return receiver.requestListener
}

type Handler = (...of: [...Parameters<RequestListener>, () => void]) => void

async function served(
  handler: RequestListener | Handler,
  finds: boolean,
): Promise<{ target: Target; close: () => void }> {
  const server = createServer(express().use(handler)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { target: { url: `http://127.0.0.1:${port}/slack/events`, finds }, close: stop }
}

/** Of each round its percentile, and of these the one in the middle: what befalls one round alone says nothing of either app. */
function tell([whole, only]: Latencies[]): void {
  for (const kind of ['command', 'typeahead'] as const) {
    for (const percent of [50, 99] as const) {
      const [value, baseline] = [whole, only].map((one) =>
        median((one?.[kind] ?? []).map((round) => percentile(round, percent))),
      )
      figure(`ack.${kind}-p${percent}`, value ?? NaN, 'ms', baseline ?? NaN)
    }
  }
}

function percentile(numbers: number[], percent: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN
}
