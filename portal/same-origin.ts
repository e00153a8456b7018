import type { Request } from 'express'

/**
 * True unless a browser says that a page of another site sends this (cross-site request forgery). Every current
 * browser says so in `Sec-Fetch-Site`, older ones in `Origin`; what sends neither is no browser and holds no cookie
 * that it was not given. Reading changes nothing here, so it is always allowed.
 */
export function comesFromUs(request: Pick<Request, 'method' | 'headers'>, baseUrl: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  return origin === undefined || origin === new URL(baseUrl).origin
}
