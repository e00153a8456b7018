import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import { Router, type ErrorRequestHandler, type RequestHandler } from 'express'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Office } from '#core/office.ts'
import { serveAssets } from './assets.ts'
import { downloadFile } from './download.ts'
import { downloadOriginal } from './download-original.ts'
import { linger } from './linger.ts'
import { browserLocale, loadContextFor, newReference } from './load-context.ts'
import { plainPage } from './plain-page.ts'
import { receivePieces } from './receive-pieces.ts'
import { comesFromUs } from './same-origin.ts'
import { serveWorker } from './serve-worker.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { portalWords } from './portal-words.ts'

/**
 * The client portal as an Express handler for every path that is not another door's. In production it serves what
 * `buildPortalIfStale` left in `portal/build`; in development Vite builds as files change.
 */
export async function createPortal(
  office: Office,
  { mode }: { mode: 'production' | 'development' },
): Promise<RequestHandler> {
  const { handler, build, worker } = mode === 'production' ? await builtPortal() : await livePortal()
  const development = mode === 'development'
  const portal = Router()
  portal.use(handler)
  portal.use(linger)
  portal.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    setSecurityHeaders(response, {
      nonce: nonceOf(response),
      baseUrl: office.config.web.baseUrl,
      development,
    })
    next()
  })
  portal.use(missGarbled)
  portal.use(refuseForeign(office))
  if (worker) portal.get('/sw.js', worker)
  portal.get('/files/:file', downloadFile(office))
  portal.get('/mails/:mail/eml', downloadOriginal(office))
  portal.use(receivePieces(office))
  portal.use(speakToRemix(office))
  portal.use(
    createRequestHandler({
      build,
      mode,
      getLoadContext: (request, response) => loadContextFor(office, request, nonceOf(response)),
    }),
  )
  portal.use(apologise(office))
  return portal
}

async function builtPortal() {
  // React decides by it, when it is loaded, whether it is the slow one with warnings.
  process.env.NODE_ENV = 'production'
  const built: string = new URL('./build/server/index.js', import.meta.url).href
  const build = (await import(built)) as ServerBuild
  const handler = serveAssets(fileURLToPath(new URL('./build/client', import.meta.url)))
  return { handler, build, worker: serveWorker(build) }
}

async function livePortal() {
  const { createServer } = await import('vite')
  const root = fileURLToPath(new URL('..', import.meta.url))
  const vite = await createServer({
    root,
    configFile: `${root}vite.config.ts`,
    server: { middlewareMode: true },
  })
  const build = async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
  return { handler: vite.middlewares, build, worker: null }
}

/** An address that is no text at all belongs to no page; the router would complain of it on every try. */
const missGarbled: RequestHandler = (request, response, next) => {
  try {
    decodeURIComponent(request.path)
    next()
  } catch {
    const locale = browserLocale(request)
    const { missingTitle, missing } = portalWords[locale].errors
    response
      .status(404)
      .type('html')
      .send(plainPage({ locale, title: missingTitle, lines: [missing] }))
  }
}

/** What another site's page sends on a client's behalf is refused before anything else looks at it. */
function refuseForeign(office: Office): RequestHandler {
  return (request, response, next) => {
    if (comesFromUs(request, office.config.web.baseUrl)) return next()
    const locale = browserLocale(request)
    const { foreignTitle, foreign } = portalWords[locale].errors
    response
      .status(403)
      .type('html')
      .send(plainPage({ locale, title: foreignTitle, lines: [foreign] }))
  }
}

/** Remix is told the configured host, whatever a proxy made of it, and no origin to judge a second time. */
function speakToRemix(office: Office): RequestHandler {
  const { host } = new URL(office.config.web.baseUrl)
  return (request, _response, next) => {
    request.headers.host = host
    delete request.headers['x-forwarded-host']
    delete request.headers.origin
    next()
  }
}

/** The last resort, when not even the portal's own error page could be made. */
function apologise(office: Office): ErrorRequestHandler {
  return (error, request, response, next) => {
    const reference = newReference()
    office.log.error({ error, reference }, 'a portal request failed')
    if (response.headersSent) return next(error)
    const locale = browserLocale(request)
    const { brokenTitle, broken, reference: referenceIs } = portalWords[locale].errors
    const lines = [broken, referenceIs({ reference })]
    response
      .status(500)
      .type('html')
      .send(plainPage({ locale, title: brokenTitle, lines }))
  }
}

function nonceOf(response: { locals: Record<string, unknown> }): string {
  return String(response.locals.nonce)
}
