declare const self: ServiceWorkerGlobalScope

/** The one place for what is private. */
const name = 'private'
const most = 30
const longest = 30 * 24 * 3_600_000

/** Says to whom a page was answered: a mark that changes with the session, or `nobody`. See `portal/reader-mark.ts`. */
export const readerHeader = 'Portal-Reader'

let spell = 0

/** Another number each time all is forgotten: an answer that was asked for in an earlier spell is not kept. */
export function spellNow(): number {
  return spell
}

/** Nothing private is left here, and this phone is told nothing more on behalf of whoever read it. */
export async function forgetPrivate(): Promise<void> {
  spell += 1
  await caches.delete(name)
  for (const notification of (await self.registration.getNotifications?.()) ?? []) notification.close()
  const subscription = await self.registration.pushManager?.getSubscription()
  await subscription?.unsubscribe()
}

/** Everything is forgotten unless it was answered to this reader. */
export async function keepOnlyFor(reader: string): Promise<void> {
  if (!(await caches.has(name))) return
  const [one] = await keptPages()
  if (reader === 'nobody' || (one && one.answer.headers.get(readerHeader) !== reader)) await forgetPrivate()
}

/** The page can be read without a network; of more than thirty the oldest goes. */
export async function keepPage(path: string, answer: Response, since: number): Promise<void> {
  const text = await answer.text()
  const headers = new Headers(answer.headers)
  // Of the body as it travelled, not as it is here.
  headers.delete('Content-Encoding')
  headers.delete('Content-Length')
  headers.set('Date', new Date().toUTCString())
  const cache = await caches.open(name)
  await cache.delete(path)
  await cache.put(path, new Response(text, { headers }))
  const tooMany = (await keptPages()).slice(most)
  await Promise.all(tooMany.map(({ request }) => cache.delete(request)))
  if (since !== spell) await caches.delete(name)
}

/** The page cannot be read here any more. */
export async function dropPage(path: string): Promise<void> {
  if (!(await caches.has(name))) return
  await (await caches.open(name)).delete(path)
}

/** Pages of matters that the newest list of matters does not lead to any more are dropped: hidden, or not theirs. */
export async function keepOnlyListed(list: string): Promise<void> {
  for (const { request, answer } of await keptPages()) {
    const { pathname } = new URL(request.url)
    const matter = matterIn(pathname) ?? matterIn(await answer.text())
    if (matter && !list.includes(`"/matters/${matter}"`)) await dropPage(pathname)
  }
}

/** The page as it was kept, saying so; undefined where it was not. */
export async function keptPage(path: string): Promise<Response | undefined> {
  const found = (await keptPages()).find(({ request }) => new URL(request.url).pathname === path)
  if (!found) return undefined
  const text = await found.answer.text()
  // The server wrote the note, in the reader's words, and hid it.
  const marked = text.replace(/(<[^>]* data-as-of="")[^>]*?hidden=""/, '$1')
  return new Response(marked, { headers: found.answer.headers })
}

/** The language of what was read here last; null where nothing is kept. */
export async function languageKept(): Promise<string | null> {
  const [newest] = await keptPages()
  return /<html lang="([\w-]+)"/.exec((await newest?.answer.text()) ?? '')?.[1] ?? null
}

/** Newest first; what is older than a session lasts is left out. */
async function keptPages(): Promise<{ request: Request; answer: Response; at: number }[]> {
  if (!(await caches.has(name))) return []
  const cache = await caches.open(name)
  const pages = await Promise.all(
    (await cache.keys()).map(async (request, order) => {
      const answer = await cache.match(request, { ignoreVary: true })
      return answer && { request, answer, order, at: Date.parse(answer.headers.get('Date') ?? '') }
    }),
  )
  return pages
    .filter((page) => page !== undefined)
    .filter((page) => page.at > Date.now() - longest)
    .sort((a, b) => b.at - a.at || b.order - a.order)
}

function matterIn(text: string): string | undefined {
  return /\/matters\/([a-z2-7]{20})/.exec(text)?.[1]
}
