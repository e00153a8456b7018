import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { asList, asObject, type Json } from './check-block-element.ts'
import { planFaults, type Faults } from './faults.ts'
import type { SlackFile } from './form-fields.ts'
import { giveTrigger } from './give-trigger.ts'
import { keepOpenViews, type OpenViews, type SlackView } from './open-views.ts'
import type { Slack } from './pass-on.ts'
import { readMessages, type SlackMessage } from './read-messages.ts'
import { recordCalls, type CallRecord } from './record-calls.ts'
import { ephemeral, keepResponseUrls, type EphemeralMessage, type ResponseTarget } from './response-urls.ts'
import { serveCalls } from './serve-calls.ts'
import type { SlackCall } from './slack-call.ts'
import { showView, type ViewStep } from './show-view.ts'
import { startEmulator, type Emulator } from './start-emulator.ts'
import { lawFirmWorkspace, slackApp, type Workspace } from './workspace.ts'

/** Any member of the seeded channels: the emulator takes an unknown token for its first user's. */
const SOMEBODY = 'xoxp-somebody'

/** `calls`: everything the app asked of Slack, oldest first. `violations`: how it broke Slack's limits; a journey ends with none. */
export type SlackApi = Pick<Faults, 'fail' | 'withhold'> &
  Pick<CallRecord, 'calls' | 'violations' | 'until'> & {
    /** What `SLACK_API_URL` is to be; ends in /api/. */
    apiUrl: string
    /** What was said to one person only, by `chat.postEphemeral`, by an ack or by response URL. */
    ephemerals: EphemeralMessage[]
    views: OpenViews
    workspace: Workspace
    /** The bot tokens that are good; one that is taken away is void. */
    tokens: Set<string>
    /** From now on a test answers this method itself. */
    answer: (method: string, how: (call: SlackCall) => Json) => void
    /** A person of the workspace puts a file into a form. */
    putFile: (name: string, content: string, mimetype?: string) => SlackFile
    /** Ids by name; the ids differ from start to start. */
    userId: (name: string) => string
    channelId: (name: string) => string
    /** Everything in a channel as it now stands, threads included, oldest first. */
    messagesIn: (channelId: string) => Promise<SlackMessage[]>
    /** The direct channel between the app and a person, opened if there is none. */
    dmOf: (name: string) => Promise<string>
    /** The modal a person has before them. */
    lastView: (name: string) => SlackView | undefined
    inviteBot: (channelName: string) => Promise<void>
    /** Until `acceptConnections`, nothing listens where the API was. */
    refuseConnections: () => Promise<void>
    acceptConnections: () => Promise<void>
    stop: () => Promise<void>
    /** What Slack itself does when a person acts; for `slackUser`. */
    inside: {
      triggerId: (userId: string, viewId?: string) => Promise<string>
      responseUrl: (target: ResponseTarget) => string
      /** Shows the view that came with an ack. */
      show: (step: ViewStep) => Promise<SlackView | undefined>
      tell: (to: string, channelId: string, said: Json) => void
      complain: (violation: string) => void
    }
  }

/**
 * Starts a Slack that is not ours: npm `emulate` behind a proxy that records each call, knows what the emulator does
 * not model (open modals, guests, shared channels, limits) and misbehaves when told to. Stop it at the end.
 */
export async function startSlackApi(workspace: Workspace = lawFirmWorkspace): Promise<SlackApi> {
  const emulator = await startEmulator(workspace)
  const idOf = await readIds(emulator)
  const record = recordCalls()
  const faults = planFaults()
  const slack: Slack = {
    emulator,
    workspace,
    views: keepOpenViews(),
    ephemerals: [],
    triggers: new Map(),
    tokens: new Set([slackApp.botToken]),
    files: new Map(),
    answers: new Map(),
  }
  const tell = (message: EphemeralMessage) => {
    slack.ephemerals.push(message)
    record.changed()
  }
  const urls = keepResponseUrls(emulator, tell)
  const server = createServer(serveCalls({ slack, record, faults, urls }))
  server.keepAliveTimeout = 0
  const port = await listen(server, 0)
  const origin = `http://127.0.0.1:${port}`

  return {
    apiUrl: `${origin}/api/`,
    calls: record.calls,
    violations: record.violations,
    until: record.until,
    fail: faults.fail,
    withhold: faults.withhold,
    answer: (method, how) => void slack.answers.set(method, how),
    tokens: slack.tokens,
    putFile(name, content, mimetype = 'application/pdf') {
      const id = `F${slack.files.size + 1}`
      slack.files.set(id, { mimetype, content: Buffer.from(content) })
      const url = `${origin}/files-pri/${id}/download`
      return { id, name, mimetype, size: content.length, url_private_download: url }
    },
    ephemerals: slack.ephemerals,
    views: slack.views,
    workspace,
    userId: (name) => idOf('user', name),
    channelId: (name) => idOf('channel', name),
    messagesIn: (channelId) => readMessages(emulator, channelId),
    async dmOf(name) {
      const { channel } = await emulator.ask('conversations.open', { users: idOf('user', name) })
      return String(asObject(channel).id)
    },
    lastView: (name) => slack.views.top(idOf('user', name)),
    async inviteBot(channelName) {
      const channel = idOf('channel', channelName)
      await emulator.ask('conversations.invite', { channel, users: slackApp.botUserId }, SOMEBODY)
    },
    refuseConnections: () => close(server),
    async acceptConnections() {
      await listen(server, port)
    },
    async stop() {
      if (server.listening) await close(server)
      await emulator.stop()
    },
    inside: {
      triggerId: (userId, viewId) => giveTrigger(slack, userId, viewId),
      responseUrl: (target) => origin + urls.mint(target),
      show: (step) => showView(slack, record, step),
      tell: (to, channelId, said) => tell({ ...ephemeral(channelId, said), to }),
      complain: (violation) => void record.violations.push(violation),
    },
  }
}

async function readIds(emulator: Emulator) {
  const { members } = await emulator.ask('users.list', { limit: 1000 })
  const listed = { limit: 1000, types: 'public_channel,private_channel' }
  const { channels } = await emulator.ask('conversations.list', listed, SOMEBODY)
  const ids = new Map([
    ...asList(members).map(({ name, id }) => [`user ${String(name)}`, String(id)] as const),
    ...asList(channels).map(({ name, id }) => [`channel ${String(name)}`, String(id)] as const),
  ])
  return (kind: 'user' | 'channel', name: string) => {
    const id = ids.get(`${kind} ${name}`)
    if (id === undefined) throw new Error(`no ${kind} ${name} in this workspace`)
    return id
  }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}

async function close(server: Server) {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
