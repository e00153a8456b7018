import { randomUUID } from 'node:crypto'
import { asObject, type Json } from './check-block-element.ts'
import type { SlackApi } from './start-slack-api.ts'
import { serveWebSockets, type Socket } from './web-socket-server.ts'
import { slackApp } from './workspace.ts'

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api'

/** Slack's end of Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode). */
export type SocketMode = {
  /** Hands something over by the newest connection, as one that Slack may not lose: once more on the next one if this goes before it is acknowledged. */
  deliver: (type: EnvelopeType, payload: Json) => Promise<Json>
  /** How many connections the app has opened so far. */
  opened: () => number
  /** Asks the app to change to another connection. */
  askToReconnect: () => void
  /** The connection is cut without a word. */
  cut: () => void
  ping: () => void
  pongs: () => number
  /** Envelopes acknowledged, by id, each as often as it was. */
  acks: string[]
  isConnected: () => boolean
  stop: () => Promise<void>
}

type Waiting = { envelope: Json; acked: (payload: Json) => void }

/** Starts Slack's end of Socket Mode beside a Slack API: `apps.connections.open` gives addresses of one use. */
export async function startSocketMode(api: SlackApi, appToken: string): Promise<SocketMode> {
  const tickets = new Set<string>()
  const waiting = new Map<string, Waiting>()
  const acks: string[] = []
  const connections: Socket[] = []
  let pongs = 0
  const newest = () => connections.findLast((socket) => socket.isOpen())

  const server = await serveWebSockets({
    onOpen(socket, url) {
      if (!tickets.delete(url.searchParams.get('ticket') ?? '')) return false
      connections.push(socket)
      const info = { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 }
      const hello = {
        type: 'hello',
        num_connections: 1,
        debug_info: info,
        connection_info: { app_id: slackApp.appId },
      }
      socket.send(JSON.stringify(hello))
      for (const { envelope } of waiting.values())
        socket.send(JSON.stringify({ ...envelope, retry_attempt: 1 }))
      return true
    },
    onText(_socket, text) {
      const { envelope_id: id, payload } = asObject(JSON.parse(text))
      if (typeof id !== 'string') return
      acks.push(id)
      waiting.get(id)?.acked(asObject(payload))
      waiting.delete(id)
    },
    onPong: () => void (pongs += 1),
    onClose: () => undefined,
  })

  api.answer('apps.connections.open', ({ token }) => {
    if (token !== appToken) return { ok: false, error: 'invalid_auth' }
    const ticket = randomUUID()
    tickets.add(ticket)
    return { ok: true, url: `${server.url}/link/?ticket=${ticket}&app_id=${slackApp.appId}` }
  })

  return {
    deliver(type, payload) {
      const envelope = { envelope_id: randomUUID(), type, payload, accepts_response_payload: true }
      const acked = Promise.withResolvers<Json>()
      waiting.set(envelope.envelope_id, { envelope, acked: acked.resolve })
      newest()?.send(JSON.stringify(envelope))
      return acked.promise
    },
    opened: () => connections.length,
    askToReconnect: () => newest()?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
    cut: () => newest()?.drop(),
    ping: () => newest()?.ping(),
    pongs: () => pongs,
    acks,
    isConnected: () => newest() !== undefined,
    stop: server.stop,
  }
}
