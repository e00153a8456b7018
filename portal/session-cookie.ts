/**
 * The cookie that holds a client's session token and nothing else. With `https:` it is `Secure` and carries the
 * `__Host-` prefix, so that no neighbouring host can set or read it; over `http:` (loopback) browsers refuse both.
 */
export function sessionCookieName(baseUrl: string): string {
  return isSecure(baseUrl) ? '__Host-despacho' : 'despacho'
}

/** A `Set-Cookie` value that lets this browser in until `expiresAt`. */
export function sessionCookie(baseUrl: string, token: string, expiresAt: Date): string {
  return cookie(baseUrl, token, expiresAt)
}

/** A `Set-Cookie` value after which this browser holds no session. */
export function noSessionCookie(baseUrl: string): string {
  return cookie(baseUrl, '', new Date(0))
}

/** The session token of a `Cookie` header; null where there is none or its form is not ours. */
export function sessionTokenIn(header: string | undefined, baseUrl: string): string | null {
  const wanted = `${sessionCookieName(baseUrl)}=`
  const found = header?.split(/;\s*/).find((pair) => pair.startsWith(wanted))
  const token = found?.slice(wanted.length) ?? ''
  return /^[\w-]{8,200}$/.test(token) ? token : null
}

function cookie(baseUrl: string, value: string, expires: Date): string {
  const attributes = ['Path=/', `Expires=${expires.toUTCString()}`, 'HttpOnly', 'SameSite=Lax']
  if (isSecure(baseUrl)) attributes.push('Secure')
  return [`${sessionCookieName(baseUrl)}=${value}`, ...attributes].join('; ')
}

function isSecure(baseUrl: string): boolean {
  return baseUrl.startsWith('https:')
}
