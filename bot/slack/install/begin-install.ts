import { firmOf } from '#core/firms/firm.ts'
import { installLinkOf } from '#core/firms/install-link.ts'
import { makeInstallState } from '#core/firms/install-state.ts'
import { sendPage } from './page.ts'
import { redirectUrl } from './redirect-url.ts'
import { botScopes } from './scopes.ts'
import { stateCookie } from './state-cookie.ts'
import { visitor, type Visit } from './visitor.ts'

/**
 * Says what is about to happen; with `?go`, leads on to Slack. Neither changes anything here, so that whatever follows
 * links of itself uses nothing up. Without a link only a workspace that is a firm's already may be authorised again.
 */
export async function beginInstall(visit: Visit, token: string | null): Promise<void> {
  const { door, url, request, response } = visit
  const { office } = door
  const { locale, pages } = visitor(request)
  const link = token === null ? null : await installLinkOf(office, office.db.read, token)
  if (token !== null && !link) {
    return sendPage(response, { locale, status: 410, title: pages.linkOverTitle, lines: [pages.linkOver] })
  }
  if (url.searchParams.has('go')) return leadOn(visit, link?.id ?? null)
  const page = { locale, status: 200, title: pages.title }
  if (!link) {
    const button = { text: pages.again, href: '/slack/install?go' }
    return sendPage(response, { ...page, lines: [pages.plain, pages.plainAgain], button })
  }
  const firm = await firmOf(office.db.read, link.firmId)
  sendPage(response, {
    ...page,
    lines: [pages.offer({ firm: firm.name }), pages.offerHow],
    button: { text: pages.go, href: `${url.pathname}?go` },
    accent: firm.accent,
  })
}

function leadOn({ door: { office }, oauth, response }: Visit, linkId: string | null) {
  const { slack, web } = office.config
  const state = makeInstallState(office, linkId)
  const authorize = new URL('/oauth/v2/authorize', slack?.apiUrl)
  authorize.search = new URLSearchParams({
    client_id: oauth.clientId,
    scope: botScopes.join(','),
    redirect_uri: redirectUrl(web.baseUrl),
    state,
  }).toString()
  const headers = {
    location: authorize.href,
    'set-cookie': stateCookie(web.baseUrl, state),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  }
  response.writeHead(302, headers).end()
}
