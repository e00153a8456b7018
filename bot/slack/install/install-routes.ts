import type { IncomingMessage, ServerResponse } from 'node:http'
import { newShortId } from '#core/ids.ts'
import type { Door } from '../turn.ts'
import { beginInstall } from './begin-install.ts'
import { finishInstall } from './finish-install.ts'
import { sendPage } from './page.ts'
import { visitor } from './visitor.ts'

/** The Slack app's own credentials. */
export type OAuth = { clientId: string; clientSecret: string }

/**
 * Serves `/slack/install`, `/slack/install/TOKEN` and `/slack/oauth_redirect` (docs.slack.dev/authentication/installing-with-oauth);
 * false for any other address.
 */
export function installRoutes(door: Door, oauth: OAuth) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    // Other addresses are not looked at: some, like `//`, are none.
    if (!request.url?.startsWith('/slack/')) return false
    const url = new URL(request.url, 'http://despacho')
    const serve = routeOf(door, oauth, url, request, response)
    if (!serve) return false
    if (request.method !== 'GET') response.writeHead(405, { allow: 'GET' }).end()
    else void door.during(serve().catch((error: unknown) => failed(door, request, response, error)))
    return true
  }
}

function routeOf(door: Door, oauth: OAuth, url: URL, request: IncomingMessage, response: ServerResponse) {
  const visit = { door, oauth, url, request, response }
  const begin = /^\/slack\/install(?:\/(?<token>[\w-]+))?\/?$/.exec(url.pathname)
  if (begin) return () => beginInstall(visit, begin.groups?.token ?? null)
  return url.pathname === '/slack/oauth_redirect' ? () => finishInstall(visit) : null
}

function failed({ office }: Door, request: IncomingMessage, response: ServerResponse, error: unknown) {
  const reference = newShortId().slice(0, 8)
  office.log.error({ err: error, reference }, 'a Slack installation failed')
  if (response.headersSent) return response.destroy()
  const { locale, pages } = visitor(request)
  sendPage(response, { locale, status: 502, title: pages.failedTitle, lines: [pages.failed({ reference })] })
}
