import { localeFrom } from '#core/words/locale.ts'

declare const self: ServiceWorkerGlobalScope & {
  /** Written before this script by `portal/serve-worker.ts`. */
  portal: {
    /** Of the build; another version fills a shell of its own. */
    version: string
    /** What every page loads. */
    shell: string[]
  }
}

const prefix = 'shell '
const { version, shell } = self.portal
const offlinePages = ['es-CL', 'pt-BR', 'en'].map((locale) => `/offline/${locale}`)

/** What every page loads is here, with the page that says there is no connection, as nobody in particular sees it. */
export async function fillShell(): Promise<void> {
  const cache = await caches.open(prefix + version)
  const everything = [...shell, ...offlinePages]
  await cache.addAll(everything.map((path) => new Request(path, { credentials: 'omit', cache: 'no-cache' })))
}

/** Only the shell of this version is left. */
export async function removeOldShells(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(prefix) && name !== prefix + version)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** Styles, scripts and icons; the portal's other addresses are pages. */
export function isOfShell(path: string): boolean {
  return path.startsWith('/assets/') || shell.includes(path)
}

/**
 * Without a network a page that was kept from an earlier version is dressed in what this one has instead of its own
 * styles and script.
 */
export async function answerFromShell(request: Request): Promise<Response> {
  const cache = await caches.open(prefix + version)
  const found = await cache.match(request.url, { ignoreVary: true })
  if (found) return found
  try {
    return await fetch(request)
  } catch (error) {
    const suffix = request.destination === 'style' ? '.css' : '.js'
    const instead = shell.find((path) => path.endsWith(suffix))
    const other = instead && (await cache.match(instead, { ignoreVary: true }))
    if (other) return other
    throw error
  }
}

/** The page that says there is no connection, in the language last read here, else the browser's. */
export async function offlinePage(language: string | null): Promise<Response> {
  const cache = await caches.open(prefix + version)
  const locale = localeFrom(language ?? self.navigator.language, 'es-CL')
  return (await cache.match(`/offline/${locale}`, { ignoreVary: true })) ?? Response.error()
}
