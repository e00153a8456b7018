export type Answer = { status: number; headers: Headers; text: string; location: string | null }

export type PlainBrowser = {
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  /** Sends a form as a page without scripts does. */
  post: (
    path: string,
    fields?: Record<string, string> | FormData,
    headers?: Record<string, string>,
  ) => Promise<Answer>
  cookie: () => string
}

/** A browser that runs no scripts: it keeps its cookie, says where its forms come from, and follows nothing by itself. */
export function plainBrowser(home: string): PlainBrowser {
  let cookie = ''
  async function send(
    method: string,
    path: string,
    body: BodyInit | undefined,
    headers: Record<string, string>,
  ) {
    const answer = await fetch(new URL(path, home), {
      method,
      body,
      redirect: 'manual',
      headers: { cookie, ...(method === 'POST' ? { origin: home } : {}), ...headers },
    })
    const [set] = answer.headers.getSetCookie()
    if (set !== undefined) cookie = set.split(';')[0] ?? ''
    return {
      status: answer.status,
      headers: answer.headers,
      text: await answer.text(),
      location: answer.headers.get('location'),
    }
  }
  return {
    get: (path, headers = {}) => send('GET', path, undefined, headers),
    post: (path, fields = {}, headers = {}) =>
      send('POST', path, fields instanceof FormData ? fields : new URLSearchParams(fields), headers),
    cookie: () => cookie,
  }
}
