import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import { parentPort } from 'node:worker_threads'
import { signSlackRequest } from '../slack/sign-slack-request.ts'

/** `finds`: its type-ahead is to bring something, lest nothing at all be found fastest. */
export type Target = { url: string; finds: boolean }
export type AckLoad = { signingSecret: string; tenant: string; users: string[]; targets: Target[] }
/** Milliseconds from the request's first byte to the answer's last, a list for each round. */
export type Latencies = { command: number[][]; typeahead: number[][] }

let asked = 0
const perSecond = 50
const seconds = 4
const rounds = 7

// What lawyers type: a beginning, a whole word, two words, a number, nothing.
const typed = [
  'fu',
  'fuentes',
  'divorcio rojas',
  'maria soto',
  'c-500',
  'sep val',
  'alimentos jose araya',
  '',
]

/**
 * A thread that is Slack to two apps: its API, which takes all there is, and people who type at 50 requests a second whether or not
 * the last was answered. By turns, so that whatever else the machine does befalls both apps alike.
 */
if (parentPort) {
  const port = parentPort
  const api = createServer((asked, answer) => {
    asked.resume().on('end', () => {
      const method = asked.url?.split('/').at(-1) ?? ''
      answer.setHeader('content-type', 'application/json')
      answer.end(JSON.stringify({ ok: true, ...answerTo(method) }))
    })
  }).listen(0, '127.0.0.1')
  await once(api, 'listening')
  const address = api.address()
  port.postMessage(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/`)
  const [load] = (await once(port, 'message')) as [AckLoad]
  for (const target of load.targets) await looksFor(load, target)
  const all: Latencies[] = load.targets.map(() => ({ command: [], typeahead: [] }))
  for (let round = -1; round < rounds; round++) {
    for (const [index, target] of load.targets.entries()) {
      for (const kind of ['command', 'typeahead'] as const) {
        const found = await latenciesOf(load, target, kind)
        // The first round warms both up.
        if (round >= 0) all[index]?.[kind].push(found)
      }
    }
  }
  api.close()
  port.postMessage(all)
}

function answerTo(method: string): object {
  if (method === 'users.info')
    return { user: { id: 'U', name: 'camila', real_name: 'Camila', locale: 'es-LA' } }
  return method.startsWith('views.') ? { view: { id: 'V1', hash: '1.1' } } : {}
}

async function looksFor({ tenant, users, signingSecret }: AckLoad, { url, finds }: Target): Promise<void> {
  if (!finds) return
  const body = new URLSearchParams(suggestion(tenant, users[0] ?? '', 'fuentes')).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, ...signSlackRequest(body, signingSecret) },
    body,
  })
  const { options } = (await answer.json()) as { options: unknown[] }
  if (options.length < 20) throw new Error(`of Fuentes there are many, and ${options.length} were found`)
}

async function latenciesOf(load: AckLoad, { url }: Target, kind: keyof Latencies): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 })
  const all: Promise<number>[] = []
  const begun = performance.now()
  for (let number = 0; number < perSecond * seconds; number++) {
    const wait = begun + (number * 1000) / perSecond - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const body = bodyOf(load, kind, number)
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      ...signSlackRequest(body, load.signingSecret),
    }
    all.push(timed(url, body, headers, agent))
  }
  const latencies = await Promise.all(all)
  agent.destroy()
  return latencies
}

function timed(url: string, body: string, headers: Record<string, string>, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const since = performance.now()
    const asked = request(url, { method: 'POST', headers, agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`))
      answer
        .resume()
        .on('end', () => resolve(performance.now() - since))
        .on('error', reject)
    })
    asked.on('error', reject).end(body)
  })
}

function bodyOf({ tenant, users }: AckLoad, kind: keyof Latencies, number: number): string {
  const user = users[number % users.length] ?? ''
  const words = typed[number % typed.length] ?? ''
  const trigger = `bench.${++asked}`
  const form = kind === 'command' ? command(tenant, user, words, trigger) : suggestion(tenant, user, words)
  return new URLSearchParams(form).toString()
}

function command(team: string, user: string, text: string, trigger: string) {
  return {
    team_id: team,
    user_id: user,
    channel_id: 'DBENCH',
    command: '/novedad',
    text,
    trigger_id: trigger,
    response_url: 'http://127.0.0.1:1/never',
  }
}

function suggestion(team: string, user: string, value: string) {
  const view = {
    id: 'V1',
    type: 'modal',
    callback_id: 'news',
    private_metadata: '',
    blocks: [],
    state: { values: {} },
  }
  const payload = {
    type: 'block_suggestion',
    team: { id: team },
    user: { id: user, team_id: team },
    action_id: 'matter',
    block_id: 'matter',
    value,
    view,
  }
  return { payload: JSON.stringify(payload) }
}
