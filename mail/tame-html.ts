const mostDepth = 80
const mostElements = 30_000

/**
 * HTML made harmless for any later reader, in one pass whose time grows with the length alone: at most 80 elements
 * deep and with 30,000 elements, properly nested, without scripts, styles, comments or attributes (`href` stays).
 * With `withoutQuotes` the quoted mail is left out too, where a mail program has marked it; `wasCut` tells.
 */
export function tameHtml(
  html: string,
  options: { withoutQuotes: boolean },
): { html: string; wasCut: boolean } {
  const out = new Output()
  const tags = new Scanner(html)
  for (let token = tags.next(); token; token = tags.next()) {
    if (typeof token === 'string') out.text(token)
    else if (token.closes) out.close(token.name)
    else if (!options.withoutQuotes) out.open(token)
    else if (startsQuotedRest(token)) return { html: out.end(), wasCut: true }
    else out.open(token, isQuote(token))
  }
  return { html: out.end(), wasCut: out.wasCut }
}

type Tag = { name: string; closes: boolean; attributes: string }

/** Outlook puts what follows these after the answer, with nothing of the writer's below. */
function startsQuotedRest({ attributes }: Tag): boolean {
  if (
    /\bid\s*=\s*["']?(x_)*(divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)\b/i.test(
      attributes,
    )
  )
    return true
  return /border:\s*none;\s*border-top:\s*solid #(e1e1e1|b5c4df) 1\.0pt/i.test(attributes)
}

function isQuote({ name, attributes }: Tag): boolean {
  if (name === 'blockquote' && /\btype\s*=\s*["']?cite\b/i.test(attributes)) return true
  if (/\bid\s*=\s*["']?OLK_SRC_BODY_SECTION\b/i.test(attributes)) return true
  return /\bclass\s*=\s*(["'][^"']*)?\b(gmail_quote(_container)?|yahoo_quoted|moz-cite-prefix|protonmail_quote)\b/i.test(
    attributes,
  )
}

const empty = new Set([
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'wbr',
  'col',
  'area',
  'base',
  'embed',
  'source',
])
const unseen = new Set(['script', 'style', 'title', 'xml', 'svg', 'math', 'noscript', 'textarea', 'template'])
const closedByNext = new Set(['p', 'li', 'tr', 'td', 'th', 'dt', 'dd', 'option'])

/** Splits HTML into texts and tags. Whatever it looks for and does not find, it never looks for again. */
class Scanner {
  readonly #html: string
  #at = 0
  readonly #absent = new Set<string>()

  constructor(html: string) {
    this.#html = html
  }

  next(): Tag | string | null {
    while (this.#at < this.#html.length) {
      const start = this.#at
      if (this.#html[start] !== '<') {
        const end = this.#find('<', start)
        this.#at = end === -1 ? this.#html.length : end
        return this.#html.slice(start, this.#at)
      }
      const name = /^<(\/?)([a-z][a-z0-9:-]{0,30})/i.exec(this.#html.slice(start, start + 34))
      if (!name?.[2]) {
        if (!/^<[!?]/.test(this.#html.slice(start, start + 2))) {
          this.#at++
          return '&lt;'
        }
        this.#skipPast(this.#html.startsWith('<!--', start) ? '-->' : '>', start + 2)
        continue
      }
      const tag = { name: name[2].toLowerCase(), closes: name[1] === '/', attributes: '' }
      const from = start + name[0].length
      const end = this.#endOfTag(from)
      if (end === -1) return null
      this.#at = end + 1
      if (!tag.closes && unseen.has(tag.name)) {
        this.#skipElement(tag.name)
        continue
      }
      tag.attributes = this.#html.slice(from, Math.min(end, from + 2000))
      return tag
    }
    return null
  }

  #find(what: string, from: number): number {
    if (this.#absent.has(what)) return -1
    const found = this.#html.indexOf(what, from)
    if (found === -1) this.#absent.add(what)
    return found
  }

  #endOfTag(from: number): number {
    let at = from
    for (; at < this.#html.length; at++) {
      const character = this.#html[at]
      if (character === '>') return at
      if (character !== '"' && character !== "'") continue
      const end = this.#find(character, at + 1)
      if (end !== -1) at = end
    }
    return -1
  }

  #skipPast(what: string, from: number): void {
    const end = this.#find(what, from)
    this.#at = end === -1 ? this.#html.length : end + what.length
  }

  #skipElement(name: string): void {
    const closing = new RegExp(`</${name}[^>]{0,100}>`, 'gi')
    closing.lastIndex = this.#at
    const found = this.#absent.has(name) ? null : closing.exec(this.#html)
    if (found) this.#at = found.index + found[0].length
    else this.#absent.add(name)
  }
}

/** Writes well-nested HTML, leaving out what lies too deep or in a quote. */
class Output {
  wasCut = false
  readonly #parts: string[] = []
  readonly #open: string[] = []
  #tooDeep = 0
  #elements = 0
  #quotedFrom = Infinity

  text(text: string): void {
    if (this.#open.length < this.#quotedFrom) this.#parts.push(text)
  }

  open({ name, attributes }: Tag, isQuote = false): void {
    if (++this.#elements > mostElements) return this.text(' ')
    if (empty.has(name)) return this.text(`<${name}>`)
    if (closedByNext.has(name) && this.#open.at(-1) === name) this.close(name)
    if (this.#open.length >= mostDepth) {
      this.#tooDeep++
      return
    }
    if (isQuote && this.#quotedFrom === Infinity) {
      this.wasCut = true
      this.#quotedFrom = this.#open.length + 1
    }
    const link = name === 'a' ? /\bhref\s*=\s*("[^"<>]*"|'[^'<>]*')/i.exec(attributes)?.[0] : undefined
    this.#open.push(name)
    this.text(link ? `<a ${link}>` : `<${name}>`)
  }

  close(name: string): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--
      return
    }
    // Cells of a row would otherwise run into one word.
    if (name === 'td' || name === 'th') this.text(' ')
    const from = this.#open.lastIndexOf(name)
    while (from !== -1 && this.#open.length > from) {
      this.text(`</${this.#open.at(-1)}>`)
      this.#open.pop()
      if (this.#open.length < this.#quotedFrom) this.#quotedFrom = Infinity
    }
  }

  end(): string {
    const closing = this.#open.slice(0, this.#quotedFrom - 1).reverse()
    return this.#parts.join('') + closing.map((name) => `</${name}>`).join('')
  }
}
