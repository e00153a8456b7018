import type { ImapSettings } from '#core/config.ts'
import { keepRefreshToken } from '#core/mailboxes/keep-refresh-token.ts'
import { refreshToken } from '#core/mailboxes/refresh-token.ts'
import type { Office } from '#core/office.ts'
import { MailboxFault } from './trouble.ts'

export type AccessTokens = {
  /** A token that is good for a while, for mailboxes with this refresh token of the settings. */
  get: (given: string) => Promise<string>
  /** The server would not take the last one: the next is a new one. */
  drop: (given: string) => void
}

type Token = { text: string; until: number }

const patience = 8000
/** A token with less left than this is not worth beginning with. */
const least = 60_000

/**
 * Access tokens for XOAUTH2, asked for with refresh tokens (RFC 6749, 6) and used until their time is nearly over. A
 * refresh token that comes along in place of the old one is kept before anything else happens.
 */
export function accessTokens(office: Office, oauth: NonNullable<ImapSettings['oauth']>): AccessTokens {
  const tokens = new Map<string, Token>()
  const asking = new Map<string, Promise<Token>>()

  async function get(given: string): Promise<string> {
    const token = tokens.get(given)
    if (token && token.until > Date.now()) return token.text
    // One question for all mailboxes that wait for the same answer.
    const asked = asking.get(given) ?? ask(office, oauth, given).finally(() => asking.delete(given))
    asking.set(given, asked)
    const fresh = await asked
    tokens.set(given, fresh)
    return fresh.text
  }

  return { get, drop: (given) => void tokens.delete(given) }
}

async function ask(office: Office, oauth: NonNullable<ImapSettings['oauth']>, given: string): Promise<Token> {
  const current = await refreshToken(office, given)
  const first = await request(oauth, current)
  // What the database kept may be the older one, should somebody have authorised us anew and put the same text back.
  const answer = first.error === 'invalid_grant' && current !== given ? await request(oauth, given) : first
  if (!answer.access_token) {
    const said = `no access token: ${answer.error ?? answer.status}`
    throw new MailboxFault(answer.status >= 500 ? 'unreachable' : 'login_refused', said)
  }
  if (answer.refresh_token && answer.refresh_token !== current)
    await keepRefreshToken(office, given, answer.refresh_token)
  const seconds = Number(answer.expires_in) || 300
  // One that lives shorter than that is used for half its life.
  const good = Math.max(seconds * 1000 - least, seconds * 500)
  return { text: answer.access_token, until: Date.now() + good }
}

type Answer = {
  status: number
  access_token?: string
  expires_in?: number | string
  refresh_token?: string
  error?: string
}

async function request(oauth: NonNullable<ImapSettings['oauth']>, token: string): Promise<Answer> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: oauth.clientId,
    refresh_token: token,
    ...(oauth.clientSecret ? { client_secret: oauth.clientSecret } : {}),
    ...(oauth.scope ? { scope: oauth.scope } : {}),
  })
  try {
    const response = await fetch(oauth.tokenUrl, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const answer: unknown = await response.json().catch(() => ({}))
    const given = typeof answer === 'object' && answer !== null ? (answer as Partial<Answer>) : {}
    return { ...given, status: response.status }
  } catch (error) {
    throw new MailboxFault('unreachable', 'the server for access tokens does not answer', error)
  }
}
