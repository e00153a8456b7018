import {
  dropPage,
  forgetPrivate,
  keepOnlyFor,
  keepOnlyListed,
  keepPage,
  keptPage,
  languageKept,
  readerHeader,
  spellNow,
} from './kept-pages.ts'
import { offlinePage } from './shell.ts'

/** Pages that can be read again without a network: the list of matters, a matter, a request. */
export function keepsPath(path: string): boolean {
  return /^\/(matters|(matters|requests)\/[a-z2-7]+)$/.test(path)
}

/** What the network answers; without one the page as it was last seen, or that there is no connection. */
export async function answerPage(
  request: Request,
  besides: (work: Promise<unknown>) => void,
): Promise<Response> {
  const since = spellNow()
  try {
    const answer = await fetch(request)
    const copy = answer.clone()
    besides(inTurn(() => note(new URL(request.url), copy, since)))
    return answer
  } catch {
    const { pathname } = new URL(request.url)
    return (keepsPath(pathname) ? await keptPage(pathname) : undefined) ?? offlinePage(await languageKept())
  }
}

/** A page that came without this worker, which was not there yet, is kept, too; `browser/app.ts` asks for it. */
export function keepPageThatCame(address: string): Promise<void> {
  return inTurn(async () => {
    const url = new URL(address)
    if (!keepsPath(url.pathname) || url.search || (await keptPage(url.pathname))) return
    const since = spellNow()
    const answer = await fetch(url).catch(() => null)
    if (answer) await note(url, answer, since)
  })
}

let turn: Promise<void> = Promise.resolve()

/** What is done about kept pages is done one after the other. */
function inTurn(work: () => Promise<void>): Promise<void> {
  turn = turn.catch(() => {}).then(work)
  return turn
}

/** Learns from an answer who reads here and whether the page may be kept. */
async function note({ pathname, searchParams }: URL, answer: Response, since: number): Promise<void> {
  // Asked for by whoever read here before.
  if (since !== spellNow()) return
  if (answer.status === 401) return forgetPrivate()
  const reader = answer.headers.get(readerHeader)
  if (reader === null) return
  await keepOnlyFor(reader)
  if (!keepsPath(pathname)) return
  if (answer.status !== 200) return answer.status < 500 ? dropPage(pathname) : undefined
  // A history that was searched shows a part of itself.
  const isWhole = [...searchParams.keys()].every((key) => key === 'handed')
  if (reader === 'nobody' || !isWhole) return
  const begun = spellNow()
  if (pathname === '/matters') await keepOnlyListed(await answer.clone().text())
  await keepPage(pathname, answer, begun)
}
