import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { accentFor } from '#core/firms/accent.ts'
import type { Locale } from '#core/words/locale.ts'

export type InstallPage = {
  locale: Locale
  status: number
  title: string
  lines: string[]
  /** The one thing to do, if there is one. */
  button?: { text: string; href: string }
  /** The firm's colour, where a firm is known. */
  accent?: string | null
}

/** Answers with a small page in the look of the portal: nothing to load, nothing that runs. */
export function sendPage(response: ServerResponse, page: InstallPage): void {
  const nonce = randomBytes(16).toString('base64')
  response.writeHead(page.status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
  })
  response.end(installPage(page, nonce))
}

/** The page as it is written, with the nonce of its styles. */
export function installPage(
  { locale, title, lines, button, accent = null }: InstallPage,
  nonce: string,
): string {
  const words = lines.map((line) => `<p>${escaped(line)}</p>`).join('')
  const act = button ? `<p><a class="act" href="${escaped(button.href)}">${escaped(button.text)}</a></p>` : ''
  return (
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
    `<title>${escaped(title)}</title><style nonce="${nonce}">${styles(accent)}</style></head>` +
    `<body><main><p class="name">Despacho</p><h1>${escaped(title)}</h1>${words}${act}</main></body></html>`
  )
}

function styles(chosen: string | null): string {
  const accent = accentFor(chosen)
  return `
    :root{--paper:#faf8f3;--ink:#1d1b17;--ink-soft:#5c564c;--hairline:#dcd6c8;--accent:${accent.light}}
    @media (prefers-color-scheme:dark){:root{--paper:#171613;--ink:#e9e4d8;--ink-soft:#aca496;--hairline:#3a362f;--accent:${accent.dark}}}
    body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 ui-sans-serif,system-ui,sans-serif}
    main{max-width:34rem;margin:0 auto;padding:3rem 1.25rem}
    .name{margin:0 0 2rem;padding-bottom:.75rem;border-bottom:1px solid var(--hairline);color:var(--ink-soft);font-family:Georgia,serif}
    h1{margin:0 0 1rem;font:1.75rem/1.25 Georgia,serif}
    p{margin:0 0 1rem}
    .act{display:inline-block;margin-top:.5rem;padding:.75rem 1.25rem;background:var(--accent);color:var(--paper);text-decoration:none;border-radius:4px}
    .act:focus-visible{outline:3px solid var(--accent);outline-offset:3px}`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
