import type { Request } from 'express'
import { clientSession, type ClientSession } from '#core/access/session/client-session.ts'
import { newShortId } from '#core/ids.ts'
import type { Office } from '#core/office.ts'
import { localeFrom, type Locale } from '#core/words/locale.ts'
import { sessionTokenIn } from './session-cookie.ts'

/** What every loader and action of the portal is handed besides the request itself. */
export type PortalContext = {
  office: Office
  /** Of this answer's Content-Security-Policy. */
  nonce: string
  /** Under which a failure of this request is logged, and which the person is told. */
  reference: string
  /** The language the browser asks for; counts only while nobody has entered. */
  browserLocale: Locale
  sessionToken: string | null
  /** The network address the request came from, as far as the proxies in front can be believed. */
  from: string
  /** Who has entered in this browser; looked up once a request. */
  session: () => Promise<ClientSession | null>
}

declare module '@remix-run/node' {
  interface AppLoadContext extends PortalContext {}
  interface Future {
    v3_singleFetch: true
  }
}

/** What one request brings with it; nothing is looked up before somebody asks who has entered. */
export function loadContextFor(office: Office, request: Request, nonce: string): PortalContext {
  const sessionToken = sessionTokenIn(request.headers.cookie, office.config.web.baseUrl)
  let session: Promise<ClientSession | null> | undefined
  return {
    office,
    nonce,
    reference: newReference(),
    browserLocale: browserLocale(request),
    sessionToken,
    from: request.ip ?? '',
    session: () => (session ??= sessionToken ? clientSession(office, sessionToken) : Promise.resolve(null)),
  }
}

/** The language that a browser prefers, by its `Accept-Language`; Spanish where it names none. */
export function browserLocale(request: Pick<Request, 'headers'>): Locale {
  return localeFrom(request.headers['accept-language']?.split(/[,;]/)[0], 'es-CL')
}

/** A reference number that can be read out on the telephone: `K7Q2-9F4D`. */
export function newReference(): string {
  const letters = newShortId().toUpperCase()
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}`
}
