import { createHmac } from 'node:crypto'

/** Ways in which a request can fail to be Slack's: each must be answered 401 and change nothing. */
export type Forgery = 'unsigned' | 'stale' | 'tampered' | 'wrong secret'

const TEN_MINUTES = 600

/** The headers that Slack signs a body with (docs.slack.dev/authentication/verifying-requests-from-slack), or false ones. */
export function signSlackRequest(body: string, secret: string, forgery?: Forgery): Record<string, string> {
  if (forgery === 'unsigned') return {}
  const age = forgery === 'stale' ? TEN_MINUTES : 0
  const timestamp = String(Math.floor(Date.now() / 1000) - age)
  const signed = forgery === 'tampered' ? `${body}&x=y` : body
  const key = forgery === 'wrong secret' ? `${secret} or nearly` : secret
  const mac = createHmac('sha256', key).update(`v0:${timestamp}:${signed}`).digest('hex')
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${mac}` }
}
