import vm from 'node:vm'
import EmailReplyParser from 'email-reply-parser'
import { unquotedHtmlText } from './html-text.ts'

const mostCharacters = 20_000
const mostMilliseconds = 250

/**
 * What the sender wrote this time, for display: quotes marked in the HTML are left out, then everything from our own
 * "reply above this line", then what `email-reply-parser` takes for quotes. All of `text` when nothing would be left.
 */
export function writtenText(text: string, html: string | null): string {
  const own = (html && unquotedHtmlText(html)) || text
  const above = aboveQuote(own)
  return withoutQuotes(above) || above.trim() || text.trim()
}

// The line that every mail of ours starts its quotable part with, in the three languages.
const ourLine =
  /^[>\s#*_=-]*(por favor,?\s+)?(responda|escriba|responder|escreva|reply|please reply|write)\b.{0,30}\b(sobre esta l[ií]nea|encima de esta l[ií]nea|arriba de esta l[ií]nea|acima desta linha|above this line)[\s#*_=.-]*$/i

// What a mail program puts before a quote: who wrote, and when. A long one is wrapped to a second line.
const attribution =
  /^[>\s]*(?=.*[\d@])((el|em|on|a|no|le|am|in data)\b.{4,300}\b(escribi[oó]|escreveu|wrote|[eé]crit|schrieb|scritto)\b.{0,80}|.{4,300}<[^<>\s]+@[^<>\s]+>\s*(escribi[oó]|escreveu|wrote)?)\s*:?\s*$/i

/** What stands above our own line and above a quote that ends the mail, without the words that announce it. */
function aboveQuote(text: string): string {
  const all = text.split('\n')
  const ours = all.findIndex(
    (line, index) => line.length < 300 && (ourLine.test(line) || startsHeaderBlock(all, index)),
  )
  const lines = ours === -1 ? all : all.slice(0, ours)
  const end = lines.findLastIndex((line) => !/^\s*(>|$|[-_]{5,})/.test(line)) + 1
  if (ours === -1 && !lines.slice(end).some((line) => /^\s*>/.test(line))) return text
  const above = lines.slice(0, end)
  for (const count of [1, 2, 3]) {
    const wrapped = above.slice(-count).join(' ')
    if (wrapped.length < 500 && attribution.test(wrapped)) return above.slice(0, -count).join('\n')
  }
  return above.join('\n')
}

// Outlook repeats the header of what it answers, and all of it below: From, Sent, To, Subject.
function startsHeaderBlock(lines: string[], index: number): boolean {
  if (!/^[\s*]*(de|from|von|da)[\s*]*:/i.test(lines[index] ?? '')) return false
  const names = /^[\s*]*(enviad[oa]( el| em)?|sent|date|fecha|data|para|to|cc|asunto|assunto|subject)[\s*]*:/i
  const [next, afterNext] = lines.slice(index + 1, index + 3).map((line) => names.test(line.slice(0, 100)))
  return next === true && afterNext === true
}

function withoutQuotes(text: string): string {
  const start = text.slice(0, mostCharacters)
  if (!signs.test(start)) return text.trim()
  const lines = start.split('\n')
  if (lines.some((line) => line.length > 1000)) return text.trim()
  const isTame = start.length < 4000 && lines.every((line) => line.length < 200) && !slowWords.test(start)
  const parse = () => new EmailReplyParser().parseReply(start).trim()
  const visible = isTame ? parse() : withinTime(parse)
  return visible === null || visible === start.trim() ? text.trim() : visible
}

// Without one of these there is nothing that email-reply-parser would cut.
const signs =
  /^\s*([>_=+-]|(from|de|von|van|da) ?:)|\d{4}|sent |enviado|envoy|gesendet|outlook|wrote|escri|escre|crit|schr|cheers|wishes|regards|original|cordialement/im

// Some of email-reply-parser's expressions run on from these words over line ends, and again from each of them.
const slowWords = /schreef|skrev|pisze|napisa|\u5199\u9053/i

/** What `run` gives; null when it fails or takes longer than a person would wait: only V8 can stop an expression. */
function withinTime(run: () => string): string | null {
  try {
    return String(vm.runInNewContext('run()', { run }, { timeout: mostMilliseconds }))
  } catch {
    return null
  }
}
