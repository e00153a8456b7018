import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { historyOf, type Happening } from './communication/history-of.ts'
import { matterShown, type MatterShown } from './communication/matter-shown.ts'
import { countNews, newsOf, type NewsShown } from './communication/news-shown.ts'
import { countRequests, requestsOf, type RequestShown } from './communication/requests-shown.ts'
import { matterFor } from './matter-for.ts'
import type { Place, QueuePage } from './queue/place.ts'

/** The lists of a matter's communication. */
export type ListName = 'news' | 'requests' | 'history'

export type Beside = Pick<QueuePage<unknown>, 'next' | 'back'>

/** A matter's Client Communication, as a member sees it: a page of each list, the newest first. */
export type Communication = {
  matter: MatterShown
  news: NewsShown[]
  requests: RequestShown[]
  history: Happening[]
  /** How many there are in all. */
  counts: { news: number; requests: number }
  /** Where the pages beside each one begin: `next` is older, `back` newer. */
  beside: Record<ListName, Beside>
}

export type LookAtMatter = {
  by: MemberActor
  matterId: string
  /** Where the page of each list begins; the newest where nothing is said. */
  places?: Partial<Record<ListName, Place>>
  /** How many entries a page of each list shows. */
  sizes?: Record<ListName, number>
}

const mostShown = { news: 100, requests: 100, history: 100 }

/** Both lists and the history of a matter; what it costs depends on how much is shown, not on how much there is. Throws NotFound. */
export async function communicationOf(
  office: Office,
  { by, matterId, places = {}, sizes = mostShown }: LookAtMatter,
): Promise<Communication> {
  const tx = office.db.read
  const matter = await matterFor(tx, by, matterId)
  const wanted = (list: ListName) => ({ place: places[list] ?? null, size: sizes[list] })
  const news = await newsOf(office, by, matter, wanted('news'))
  const requests = await requestsOf(office, by, matter, wanted('requests'))
  const history = await historyOf(tx, matter, wanted('history'))
  return {
    matter: await matterShown(tx, matter),
    news: news.entries,
    requests: requests.entries,
    history: history.entries,
    counts: { news: await countNews(tx, matter), requests: await countRequests(tx, matter) },
    beside: { news: besideOf(news), requests: besideOf(requests), history: besideOf(history) },
  }
}

function besideOf({ next, back }: QueuePage<unknown>): Beside {
  return { next, back }
}
