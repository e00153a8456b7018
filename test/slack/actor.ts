import { signSlackRequest, type Forgery } from './sign-slack-request.ts'
import type { SlackApi } from './start-slack-api.ts'
import { asObject, type Json } from './check-block-element.ts'
import type { EnvelopeType, SocketMode } from './start-socket-mode.ts'
import { slackApp } from './workspace.ts'

/** Slack gives an app this long, then tells the person that it failed. */
const MOST_MS = 3000

/** What the app answered, as Slack gets it. */
export type Ack = {
  status: number
  text: string
  /** The answer as JSON; empty if it was none. */
  body: Json
  ms: number
}

/** Where the app stands, and the workspace from which it is used if that is not the one it is installed in. */
export type App = {
  baseUrl: string
  signingSecret?: string
  teamId?: string
  /** Everything goes this way, and nothing by HTTP. */
  socket?: SocketMode
}

/** A person at work: who they are to Slack, and their hand on the wire. */
export type Actor = {
  api: SlackApi
  id: string
  /** The parts that Slack puts into every payload. */
  identity: Json
  post: (type: 'form' | 'json', body: Json, forgery?: Forgery) => Promise<Ack>
  /** Posts the very same request once more, byte for byte; as a retry, with the headers that Slack adds to one. */
  postAgain: (asRetry: boolean) => Promise<Ack>
}

/** Gives a person of the workspace the means to send signed requests to the app. */
export function actor(api: SlackApi, name: string, app: App): Actor {
  const person = api.workspace.people.find((somebody) => somebody.name === name)
  const id = api.userId(name)
  const team = { id: app.teamId ?? slackApp.teamId, domain: slackApp.teamDomain }
  const user = { id, name, username: name, team_id: person?.teamId ?? team.id }
  let last: { body: string; headers: Record<string, string> } | undefined

  async function send(body: string, headers: Record<string, string>): Promise<Ack> {
    last = { body, headers }
    const start = performance.now()
    const response = await fetch(`${app.baseUrl}/slack/events`, { method: 'POST', body, headers })
    const text = await response.text()
    const ms = performance.now() - start
    if (ms > MOST_MS) api.inside.complain(`an answer took ${Math.round(ms)} ms, at most ${MOST_MS}`)
    return { status: response.status, text, body: asObject(parseJson(text)), ms }
  }

  return {
    api,
    id,
    identity: {
      token: 'unused',
      api_app_id: slackApp.appId,
      team,
      user,
      enterprise: null,
      is_enterprise_install: false,
    },
    async post(type, content, forgery) {
      if (app.socket) return overSocket(app.socket, type, content)
      const body = type === 'json' ? JSON.stringify(content) : formOf(content)
      const contentType = type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
      const signature = signSlackRequest(body, app.signingSecret ?? slackApp.signingSecret, forgery)
      const ack = await send(body, { 'content-type': contentType, ...signature })
      if (ack.status !== 200 && !forgery)
        api.inside.complain(`a request of ${name} was answered ${ack.status}`)
      return ack
    },
    postAgain(asRetry) {
      if (!last) throw new Error(`${name} has sent nothing yet`)
      const retry: Record<string, string> = asRetry
        ? { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' }
        : {}
      return send(last.body, { ...last.headers, ...retry })
    },
  }
}

async function overSocket(socket: SocketMode, type: 'form' | 'json', content: Json): Promise<Ack> {
  const envelope: EnvelopeType =
    type === 'json' ? 'events_api' : content.payload === undefined ? 'slash_commands' : 'interactive'
  const start = performance.now()
  const body = await socket.deliver(
    envelope,
    content.payload === undefined ? content : asObject(content.payload),
  )
  return {
    status: 200,
    text: Object.keys(body).length > 0 ? JSON.stringify(body) : '',
    body,
    ms: performance.now() - start,
  }
}

function formOf(content: Json): string {
  const pairs = Object.entries(content).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return new URLSearchParams(pairs).toString()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
