import { escapeHtml, trusted, type Html } from './html.ts'

const marks = [
  { sign: /(^|[\s(>«\u200b])\*([^*\n]+)\*(?=$|[\s.,;:!?)<»\u200b])/gm, tag: 'strong' },
  { sign: /(^|[\s(>«\u200b])_([^_\n]+)_(?=$|[\s.,;:!?)<»\u200b])/gm, tag: 'em' },
  { sign: /(^|[\s(>«\u200b])~([^~\n]+)~(?=$|[\s.,;:!?)<»\u200b])/gm, tag: 's' },
  { sign: /(^|[^`])`([^`\n]+)`/gm, tag: 'code' },
]

/** Slack's mrkdwn as a page shows it: bold, italic, strike, code, quotes and links; `&`, `<` and `>` come escaped. */
export function mrkdwnHtml(text: string): Html {
  const blocks = text.split(/((?:^>.*(?:\n|$))+)/m).filter((part) => part !== '')
  return trusted(blocks.map((block) => (/^>/.test(block) ? quoteHtml(block) : linesHtml(block))).join(''))
}

function quoteHtml(block: string): string {
  const lines = block.replace(/^> ?/gm, '').trimEnd()
  return `<blockquote>${linesHtml(lines)}</blockquote>`
}

function linesHtml(text: string): string {
  // What stands between angle brackets is Slack's own markup; all else was escaped by whoever wrote it.
  const parts = text.split(/(<[^<>\n]+>)/)
  return parts.map((part) => (/^<.*>$/.test(part) ? linkHtml(part.slice(1, -1)) : dressed(part))).join('')
}

function linkHtml(inside: string): string {
  const [address = '', words = address] = inside.split('|')
  const shown = escapeHtml(unescaped(words))
  if (!/^(https?|mailto):/.test(address)) return shown
  return `<a href="${escapeHtml(unescaped(address))}" target="_blank" rel="noreferrer">${shown}</a>`
}

function dressed(text: string): string {
  const safe = escapeHtml(unescaped(text))
  return marks
    .reduce((all, { sign, tag }) => all.replace(sign, `$1<${tag}>$2</${tag}>`), safe)
    .replaceAll('\n', '<br>')
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
