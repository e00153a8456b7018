import { escapeHtml, trusted, type Html } from './html.ts'

const marks = [
  { sign: /(^|[\s(>«\u200b\ue000])\*([^*\n]+)\*(?=$|[\s.,;:!?)<»\u200b\ue000])/gm, tag: 'strong' },
  { sign: /(^|[\s(>«\u200b\ue000])_([^_\n]+)_(?=$|[\s.,;:!?)<»\u200b\ue000])/gm, tag: 'em' },
  { sign: /(^|[\s(>«\u200b\ue000])~([^~\n]+)~(?=$|[\s.,;:!?)<»\u200b\ue000])/gm, tag: 's' },
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

// Stands for a link while the words around it are dressed, which may begin before it and end after it.
const place = '\ue000'

function linesHtml(text: string): string {
  const links: string[] = []
  // What stands between angle brackets is Slack's own markup; all else was escaped by whoever wrote it.
  const words = text.replaceAll(place, '').replace(/<([^<>\n]+)>/g, (_, inside: string) => {
    links.push(linkHtml(inside))
    return place
  })
  return dressed(words).replaceAll(place, () => links.shift() ?? '')
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
