import type { Locale } from '#core/words/locale.ts'

/** A page for what goes wrong before or beneath the portal itself: complete, without scripts, styles or anything to load. */
export function plainPage(page: { locale: Locale; title: string; lines: string[] }): string {
  const lines = page.lines.map((line) => `<p>${escaped(line)}</p>`).join('')
  return (
    `<!doctype html><html lang="${page.locale}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">` +
    `<title>${escaped(page.title)}</title></head>` +
    `<body><main><h1>${escaped(page.title)}</h1><div role="alert">${lines}</div></main></body></html>`
  )
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
