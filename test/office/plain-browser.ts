/** What was answered. */
export type Answer = {
  status: number
  headers: Headers
  /** As it was answered; of a page, with its markup. */
  text: string
  /** What stands on the page, without its markup. */
  visible: string
  /** Where it leads on to; null where it does not. */
  location: string | null
  setsCookie: boolean
}

export type PlainBrowser = {
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  /** Presses the button of a form; fields in words go as a page's form sends them, a text goes as it is. */
  post: (
    path: string,
    fields?: Record<string, string> | FormData | string,
    headers?: Record<string, string>,
  ) => Promise<Answer>
  cookie: () => string
}

/** What a browser says of a form that stands on another site's page. */
export const fromAnotherSite = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }

/**
 * A browser that runs no scripts, of somebody who is there for the first time: it keeps its cookie, says where its
 * forms stand (Origin and Fetch Metadata, as every current one does), and follows nothing by itself.
 */
export function plainBrowser(home: string): PlainBrowser {
  let cookie = ''
  async function send(path: string, { headers, ...request }: RequestInit): Promise<Answer> {
    const answer = await fetch(new URL(path, home), {
      ...request,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      redirect: 'manual',
    })
    const set = answer.headers.getSetCookie()
    for (const one of set) cookie = one.split(';')[0] ?? ''
    const text = await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      visible: visibleIn(text),
      location: answer.headers.get('location'),
      setsCookie: set.length > 0,
    }
  }
  const ownForm = { origin: new URL(home).origin, 'sec-fetch-site': 'same-origin' }
  return {
    get: (path, headers) => send(path, { headers }),
    post(path, fields = {}, headers = {}) {
      const isWords = typeof fields === 'object' && !(fields instanceof FormData)
      const body = isWords ? new URLSearchParams(fields) : fields
      return send(path, { method: 'POST', body, headers: { ...ownForm, ...headers } })
    },
    cookie: () => cookie,
  }
}

function visibleIn(html: string): string {
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
