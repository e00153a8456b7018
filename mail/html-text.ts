import { compile } from 'html-to-text'
import { tameHtml } from './tame-html.ts'

/** The text of an HTML mail, one paragraph a line; links show their address; never slow, however deep it nests. */
export function htmlText(html: string): string {
  return toText(tameHtml(html, { withoutQuotes: false }).html)
}

/** The text of an HTML mail without the mail it quotes; null when no mail program has marked a quote in it. */
export function unquotedHtmlText(html: string): string | null {
  const { html: own, wasCut } = tameHtml(html, { withoutQuotes: true })
  return wasCut ? toText(own) : null
}

const mostCharacters = 4_000_000

function toText(html: string): string {
  return convert(html.slice(0, mostCharacters)).trim()
}

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: mostCharacters, maxDepth: 200 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'hr', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['[', ']'] } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
})
