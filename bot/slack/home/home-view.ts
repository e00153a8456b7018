import { z } from 'zod'
import { mostCounted } from '#core/matters/queue/counted.ts'
import { placeIn } from '#core/matters/queue/place.ts'
import { queues, workQueue, type QueueName, type WorkQueue } from '#core/matters/queue/work-queue.ts'
import { momentInWords, numberInWords } from '#core/words/format.ts'
import { actions, button, context, divider, section, texts, type Block, type Home } from '../blocks.ts'
import { safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { Turn } from '../turn.ts'
import { matterLine } from '../views/matter-line.ts'
import { placeKey } from '../views/pages.ts'
import { failedText, quarantineBlocks, requestBlocks, reviewBlocks } from '../views/pending-blocks.ts'

const state = z.object({ only: z.object({ queue: z.enum(queues), place: placeIn }).nullable() })

/** Whether the home shows the beginning of every list, or one of them from a place on. */
export type HomeState = z.infer<typeof state>

export const overview: HomeState = { only: null }

const inOverview = 4
const perPage = 20

/** What a button of the home leads to; the overview where it says nothing we know. */
export function homeStateIn(value: string): HomeState {
  const [queue, ...place] = value.split(' ')
  const read = state.safeParse({ only: { queue, place: placeKey.read(place.join(' ')) } })
  return read.success ? read.data : overview
}

/** The member's work as it stands now. */
export async function homeView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  shown: HomeState,
): Promise<Home> {
  const size = shown.only ? perPage : inOverview
  const work = await workQueue(office, { by, only: shown.only, size })
  return renderHome(reader, work, shown, office.clock())
}

/** The same from what is known already. */
export function renderHome(reader: Reader, work: WorkQueue, { only }: HomeState, now: Date): Home {
  const { home } = reader.words
  const { locale, timeZone, today } = reader
  return {
    type: 'home',
    callback_id: 'home',
    blocks: [
      actions('home_actions', [
        button('home_news', home.buttons.news, 'news', { style: 'primary' }),
        button('home_request', home.buttons.request, 'request'),
        button('home_matter', home.buttons.matter, 'matter'),
        button('home_client', home.buttons.client, 'client'),
        button('home_access', home.buttons.access, 'access'),
        button('home_settings', home.buttons.settings, 'settings'),
      ]),
      divider,
      ...(only ? pageOf(reader, work, only.queue) : summaryOf(reader, work)),
      divider,
      context(home.asOf({ moment: momentInWords(now, locale, timeZone, today) })),
    ],
  }
}

function summaryOf(reader: Reader, work: WorkQueue): Block[] {
  const { home } = reader.words
  const waiting = queues.filter((queue) => work.counts[queue] > 0)
  return [
    ...(waiting.length === 0 ? [section(home.nothing)] : []),
    ...waiting.flatMap((queue) => [titleOf(reader, work, queue, true), ...entriesOf(reader, work, queue)]),
    ...activityBlocks(reader, work),
  ]
}

function pageOf(reader: Reader, work: WorkQueue, queue: QueueName): Block[] {
  const { home, buttons } = reader.words
  const entries = entriesOf(reader, work, queue)
  const { next, back } = work[queue]
  const beside = [
    ...(next ? [button('home_next', buttons.next, `${queue} ${placeKey.write(next)}`)] : []),
    ...(back ? [button('home_back', buttons.back, `${queue} ${placeKey.write(back)}`)] : []),
  ]
  return [
    titleOf(reader, work, queue, false),
    ...(entries.length > 0 ? entries : [context(home.noneLeft)]),
    actions('home_pages', [...beside, button('home_overview', home.buttons.overview, 'overview')]),
  ]
}

function titleOf(reader: Reader, work: WorkQueue, queue: QueueName, offersAll: boolean): Block {
  const { home } = reader.words
  const count = work.counts[queue]
  const most = numberInWords(mostCounted, reader.locale)
  const said = count > mostCounted ? home.moreThan({ count: most }) : numberInWords(count, reader.locale)
  const all = offersAll && work[queue].next !== null
  return section(
    `*${home.titles[queue]({ count: said })}*`,
    all ? button('home_all', home.buttons.all, queue) : undefined,
  )
}

function entriesOf(reader: Reader, work: WorkQueue, queue: QueueName): Block[] {
  switch (queue) {
    case 'toReview':
      return work.toReview.entries.flatMap((entry) => reviewBlocks(reader, entry))
    case 'overdue':
      return work.overdue.entries.flatMap((entry) => requestBlocks(reader, entry))
    case 'quarantined':
      return work.quarantined.entries.flatMap((entry) => quarantineBlocks(reader, entry))
    case 'failed':
      return work.failed.entries.map((entry) => failedBlock(reader, entry))
  }
}

function failedBlock(reader: Reader, entry: WorkQueue['failed']['entries'][number]): Block {
  const { matter } = entry
  if (!matter) return section(failedText(reader, entry))
  const text = [failedText(reader, entry), matterLine(reader.words, matter, 120)].join('\n')
  return section(text, button('open_matter', reader.words.buttons.open, matter.id))
}

function activityBlocks({ words, locale, timeZone, today }: Reader, { activity }: WorkQueue): Block[] {
  const lines = activity.flatMap(({ at, kind, actor, matter }) => {
    const what = Object.entries(words.events).find(([one]) => one === kind)?.[1]
    if (what === undefined) return []
    const who = actor ? [safe(actor, 100)] : []
    return [
      [momentInWords(at, locale, timeZone, today), what, matterLine(words, matter, 120), ...who].join(' · '),
    ]
  })
  if (lines.length === 0) return []
  return [divider, section(`*${words.home.activity}*`), ...texts(lines).map((text) => context(text))]
}
