import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

export type TokenServer = {
  /** Where access tokens are asked for. */
  tokenUrl: string
  /** Where a mail server asks whose a token is; the token is added to it. */
  tokenInfoUrl: string
  /** Refresh tokens that were used, in their order. */
  used: string[]
  /** How many access tokens were handed out. */
  issued: () => number
  /** Refuses every refresh token from now on, or takes them again. */
  refuse: (refuses: boolean) => void
  stop: () => Promise<void>
}

export type TokenServerOptions = {
  /** Whose the tokens are. */
  user: string
  /** The refresh token that serves first. */
  first: string
  /** With each access token another refresh token comes, and the one before serves no more. */
  rotates: boolean
  /** Seconds that an access token lasts. */
  lasts: number
}

/** Hands out access tokens for a refresh token (RFC 6749, 6), and tells mail servers whose they are while they last. */
export async function startTokenServer(options: TokenServerOptions): Promise<TokenServer> {
  const used: string[] = []
  const access = new Map<string, number>()
  let serves = options.first
  let refuses = false
  async function take(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname === '/info') {
      const until = access.get(url.searchParams.get('access_token') ?? '') ?? 0
      answer(200, until > Date.now() ? { email: options.user, active: 'true' } : { active: 'false' })
      return
    }
    const asked = new URLSearchParams(await text(request))
    const given = asked.get('refresh_token') ?? ''
    used.push(given)
    const isRight =
      asked.get('grant_type') === 'refresh_token' &&
      asked.get('client_id') === 'app' &&
      asked.get('client_secret') === 'app-secret' &&
      asked.get('scope') === 'imap offline_access'
    if (!isRight) return answer(400, { error: 'invalid_request' })
    if (refuses || given !== serves) return answer(400, { error: 'invalid_grant' })
    if (options.rotates) serves = `refresh-${used.length}`
    const token = `access-${used.length}`
    access.set(token, Date.now() + options.lasts * 1000)
    answer(200, {
      access_token: token,
      token_type: 'Bearer',
      expires_in: options.lasts,
      ...(options.rotates ? { refresh_token: serves } : {}),
    })
  }
  const server = createServer((request, response) => void take(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    tokenUrl: `${base}/token`,
    tokenInfoUrl: `${base}/info?access_token=`,
    used,
    issued: () => access.size,
    refuse: (given) => (refuses = given),
    async stop() {
      server.closeAllConnections()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}
