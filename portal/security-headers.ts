import type { Response } from 'express'

/**
 * Sets what a browser must know before it trusts a page: scripts and styles only with this answer's nonce or from
 * here, nothing from third parties, no frames, no referrer to other sites (OWASP Secure Headers).
 */
export function setSecurityHeaders(
  response: Response,
  page: { nonce: string; baseUrl: string; development: boolean },
) {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(page))
  // `same-origin`, not `no-referrer`: under the latter browsers hide the origin of our own forms as well.
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
  response.setHeader('X-Robots-Tag', 'noindex, nofollow')
  if (page.baseUrl.startsWith('https:')) {
    response.setHeader('Strict-Transport-Security', 'max-age=63072000')
  }
}

/** Served files: nothing in them may run or load, whatever they are and however they are opened. */
export const filePolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** The same for a picture that is looked at: browsers write a little page around it, whose styles and picture these are. */
export const picturePolicy =
  "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

/** And for a PDF: browsers show it with a reader of their own, which a sandbox would keep from starting. */
export const pdfPolicy =
  "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"

function contentSecurityPolicy({ nonce, development }: { nonce: string; development: boolean }): string {
  // Vite's development server writes styles into the page and talks over a web socket.
  const styles = development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    // Nothing that people upload is ever served as a script, so `self` lets in the built assets only.
    `script-src 'self' 'nonce-${nonce}'`,
    styles,
    "img-src 'self' data:",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "form-action 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
