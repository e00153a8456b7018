import type { IncomingMessage } from 'node:http'
import { webApi } from '@slack/bolt'
import { countAttempt } from '#core/access/attempts.ts'
import { networkOf } from '#core/access/network-of.ts'
import { AlreadyExists, NotFound, TooManyAttempts } from '#core/errors.ts'
import { firmOf, type Firm } from '#core/firms/firm.ts'
import { installChat } from '#core/firms/install-chat.ts'
import { spendInstallState } from '#core/firms/install-state.ts'
import { chatTenant } from '#core/members/chat-tenant.ts'
import type { Office } from '#core/office.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { slackClient } from '../web-client.ts'
import { greetInstaller } from './greet-installer.ts'
import type { OAuth } from './install-routes.ts'
import { sendPage } from './page.ts'
import { redirectUrl } from './redirect-url.ts'
import { tokensIn } from './renew-tokens.ts'
import { stateCookie, stateOf } from './state-cookie.ts'
import { visitor, type Visit } from './visitor.ts'

type Outcome =
  | { kind: 'installed'; firm: Firm }
  | { kind: 'cancelled' | 'late' | 'linkOver' | 'ofAnother' | 'unknown' | 'orgWide' | 'tooMany' }

const statuses = {
  installed: 200,
  cancelled: 200,
  late: 400,
  linkOver: 410,
  ofAnother: 409,
  unknown: 403,
  orgWide: 409,
  tooMany: 429,
} as const

/** Each asks Slack for tokens, which it lets the app do so often and no more. */
const perNetworkAddress = { most: 20, minutes: 60 }

/** What Slack says to a code that was made up, or has come before. */
const noCode = ['invalid_code', 'code_already_used']

/** Slack has sent somebody back: with a code, which becomes tokens, or because they would rather not. Says what came of it. */
export async function finishInstall(visit: Visit): Promise<void> {
  const { door, request, response } = visit
  response.setHeader('set-cookie', stateCookie(door.office.config.web.baseUrl, null))
  const { locale, pages } = visitor(request)
  const outcome = await outcomeOf(visit).catch(asOutcome)
  sendPage(response, {
    locale,
    status: statuses[outcome.kind],
    title: pages[`${outcome.kind}Title`],
    lines: linesOf(outcome, pages),
    accent: outcome.kind === 'installed' ? outcome.firm.accent : null,
  })
}

function linesOf(outcome: Outcome, pages: ChatWords['install']['pages']): string[] {
  if (outcome.kind !== 'installed') return [pages[outcome.kind]]
  return [pages.installed({ firm: outcome.firm.name }), pages.installedNext]
}

function asOutcome(error: unknown): Outcome {
  if (error instanceof TooManyAttempts) return { kind: 'tooMany' }
  const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : ''
  if (noCode.includes(code)) return { kind: 'late' }
  throw error
}

async function outcomeOf({ door, oauth, url, request }: Visit): Promise<Outcome> {
  const { office } = door
  const state = url.searchParams.get('state')
  const isTheirs = state !== null && state === stateOf(request)
  if (!isTheirs) return { kind: 'late' }
  await countAttempt(office, 'install from', networkOf(addressOf(request)), perNetworkAddress)
  const begun = await spendInstallState(office, state)
  if (!begun) return { kind: 'late' }
  if (url.searchParams.get('error') === 'access_denied') return { kind: 'cancelled' }
  const granted = await exchange(office, oauth, url.searchParams.get('code') ?? '')
  const tenant = granted.team?.id
  if (granted.is_enterprise_install || !tenant) return { kind: 'orgWide' }
  const tokens = tokensIn(office, granted)
  const installedBy = granted.authed_user?.id ?? null
  try {
    const { firmId } = await installChat(office, {
      platform: 'slack',
      tenant,
      enterprise: granted.enterprise?.id ?? null,
      tokens,
      installedBy,
      linkId: begun.linkId,
    })
    office.log.info({ tenant, firmId }, 'a Slack workspace is connected')
    if (installedBy) await greetInstaller(office, { tenant, userId: installedBy, botToken: tokens.botToken })
    return { kind: 'installed', firm: await firmOf(office.db.read, firmId) }
  } catch (error) {
    if (error instanceof AlreadyExists) return { kind: 'ofAnother' }
    if (!(error instanceof NotFound)) throw error
    if (!(await chatTenant(office, { platform: 'slack', tenant })))
      await leave(office, oauth, tokens.botToken)
    return { kind: begun.linkId === null ? 'unknown' : 'linkOver' }
  }
}

// Where Express has looked at the request it knows which proxies may speak for others.
function addressOf(request: IncomingMessage): string {
  return 'ip' in request && typeof request.ip === 'string' ? request.ip : (request.socket.remoteAddress ?? '')
}

async function exchange(office: Office, oauth: OAuth, code: string): Promise<webApi.OauthV2AccessResponse> {
  return slackClient(office).oauth.v2.access({
    client_id: oauth.clientId,
    client_secret: oauth.clientSecret,
    code,
    redirect_uri: redirectUrl(office.config.web.baseUrl),
  })
}

/** A workspace that is nobody's does not keep an app that would answer nobody. */
async function leave(office: Office, { clientId, clientSecret }: OAuth, botToken: string) {
  await slackClient(office, botToken)
    .apps.uninstall({ client_id: clientId, client_secret: clientSecret })
    .catch((error: unknown) => office.log.warn({ err: error }, 'the app stays in a workspace of no firm'))
}
