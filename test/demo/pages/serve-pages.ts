import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { demoMembers, type DemoMember } from '../demo-workspace.ts'
import type { World } from '../open-world.ts'
import type { PortalLink } from '../what-to-open.ts'
import { asText } from './as-text.ts'
import { chatActs } from './chat-acts.ts'
import { chatPage } from './chat-page.ts'
import { answerLetter, type SentReply } from './mail-acts.ts'
import { mailboxPage, type Shown } from './mailbox-page.ts'
import { startPage } from './start-page.ts'

export type Pages = { url: string; close: () => Promise<void> }

type Answer = { status?: number; type?: string; body?: string | Buffer; headers?: Record<string, string> }

/** Serves the demo's own pages on a free port of this machine: the chat, everybody's mailbox, and where to begin. */
export async function servePages(world: World, links: PortalLink[]): Promise<Pages> {
  const answer = answering(world, links)
  const server = createServer((request, response) => {
    answer(request)
      .catch((error: unknown): Answer => ({ status: 500, type: 'text/plain', body: String(error) }))
      .then((answered) => send(response, answered))
      .catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function answering(world: World, links: PortalLink[]) {
  const acts = chatActs(world)
  const replies: SentReply[] = []

  return async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const [place = '', name = '', what = ''] = url.pathname.split('/').slice(1)
    if (request.method === 'POST') {
      // Another site open in the same browser has no business here.
      if (request.headers['sec-fetch-site'] !== 'same-origin') return { status: 403, body: 'not from here' }
      return act(place, name, what, await readForm(request))
    }
    const who = demoMembers.find((member) => member === name)
    if (url.pathname === '/') return { body: startPage(world, links) }
    if (url.pathname === '/pages.css') return fileBeside('pages.css', 'text/css')
    if (url.pathname === '/live.js') return fileBeside('live.js', 'text/javascript')
    if (place === 'chat' && who && what === 'suggest') return suggest(who, url.searchParams)
    if (place === 'chat' && who) return { body: await chatPage(world, who, acts.troubleOf(who)) }
    if (place === 'mail' && name === 'letter') return letterAlone(Number(what))
    if (place === 'mail') return { body: mailboxPage(world, shownIn(url.searchParams), replies) }
    return { status: 404, type: 'text/plain', body: 'There is nothing here.' }
  }

  async function act(place: string, name: string, what: string, form: FormData): Promise<Answer> {
    const who = demoMembers.find((member) => member === name)
    if (place === 'chat' && who && (what === 'command' || what === 'message' || what === 'view')) {
      await acts[what](who, form)
      return seeOther(`/chat/${who}`)
    }
    if (place === 'mail' && name === 'reply') {
      const sent = await answerLetter(world, form)
      if (sent) replies.push(sent)
      const back = asText(form.get('back'))
      return seeOther(back.startsWith('/mail?') ? back : '/mail')
    }
    return { status: 404, type: 'text/plain', body: 'There is nothing here.' }
  }

  async function suggest(who: DemoMember, asked: URLSearchParams): Promise<Answer> {
    const options = await acts.suggest(who, asked.get('block') ?? '', asked.get('query') ?? '')
    return { type: 'application/json', body: JSON.stringify(options) }
  }

  function shownIn(asked: URLSearchParams): Shown {
    const as = (['text', 'source'] as const).find((kind) => kind === asked.get('as')) ?? 'html'
    const letter = asked.has('letter') ? Number(asked.get('letter')) : undefined
    return { address: asked.get('to') ?? world.firm.clients.rosa.emails[0], letter, as }
  }

  function letterAlone(index: number): Answer {
    const letter = world.postbox.letters[index]
    if (!letter) return { status: 404, type: 'text/plain', body: 'There is no such letter.' }
    const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    // Links leave the frame: what they lead to would not let itself be framed.
    const body = letter.html.replace(/<head[^>]*>/i, '$&<base target="_blank">')
    return { body, headers: { 'content-security-policy': policy } }
  }
}

async function fileBeside(name: string, type: string): Promise<Answer> {
  return { type, body: await readFile(new URL(name, import.meta.url)) }
}

function seeOther(path: string): Answer {
  return { status: 303, headers: { location: path } }
}

async function readForm(request: IncomingMessage): Promise<FormData> {
  const body = Buffer.concat(await Readable.from(request).toArray())
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  return new Response(body, { headers }).formData()
}

function send(
  response: ServerResponse,
  { status = 200, type = 'text/html', body = '', headers = {} }: Answer,
) {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(body)
}
