/** A page as it was answered. */
export type Page = {
  status: number
  html: string
  /** What stands on it, without its markup. */
  text: string
  /** Where it leads on to, as a path; null where it does not. */
  location: string | null
  setsCookie: boolean
}

/** A browser without scripts: keeps its cookie and follows nothing by itself. */
export type Visitor = {
  get: (path: string) => Promise<Page>
  /** Presses a button; `from` is another site's page, if said. */
  post: (path: string, from?: string) => Promise<Page>
  /** Sends the form of an item with one file. */
  handIn: (
    path: string,
    itemId: string,
    file: { name: string; bytes: Buffer },
    from?: string,
  ) => Promise<Page>
}

/** Somebody who visits the portal for the first time. */
export function visitor(baseUrl: string): Visitor {
  let cookie = ''
  async function visit(path: string, request: RequestInit = {}): Promise<Page> {
    const headers = { ...request.headers, ...(cookie ? { cookie } : {}) }
    const response = await fetch(new URL(path, baseUrl), { ...request, headers, redirect: 'manual' })
    const set = response.headers.getSetCookie()
    for (const one of set) cookie = one.slice(0, one.indexOf(';'))
    const html = await response.text()
    const location = response.headers.get('location')
    return { status: response.status, html, text: textOf(html), location, setsCookie: set.length > 0 }
  }
  /** What every current browser says about where a form stands (Fetch Metadata). */
  const standingIn = (from = baseUrl) => ({
    origin: new URL(from).origin,
    'sec-fetch-site': from === baseUrl ? 'same-origin' : 'cross-site',
  })
  return {
    get: (path) => visit(path),
    post: (path, from) => visit(path, { method: 'POST', headers: standingIn(from) }),
    handIn(path, itemId, { name, bytes }, from) {
      const body = new FormData()
      body.set('item', itemId)
      body.set('back', 'request')
      body.append('files', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name)
      return visit(path, { method: 'POST', headers: standingIn(from), body })
    },
  }
}

/** The id by which the form of an item knows it, from the page on which it stands. */
export function itemOn({ html }: Page, title: string): string {
  const [, ...lines] = html.split('<li class="item" id="item-')
  const line = lines.find((one) => one.includes(title))
  const id = line && /^[\w-]+/.exec(line)?.[0]
  if (!id) throw new Error(`no item ${title} on a page with ${lines.length} items`)
  return id
}

function textOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}
