import { expect, test } from 'vitest'
import { news } from '#db/schema/communication.ts'
import { events } from '#db/schema/delivery.ts'
import { write } from '#db/write.ts'
import { askFor } from '#test/office/ask-for.ts'
import { lawFirm, words, type LawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { newId } from '../ids.ts'
import type { EventKind } from '../event-kinds.ts'
import { deleteNews } from '../news/delete-news.ts'
import { publishNews } from '../news/publish-news.ts'
import { communicationOf, type Communication, type ListName } from './communication.ts'
import { newsInMatter } from './communication/news-shown.ts'
import { requestInMatter } from './communication/requests-shown.ts'
import type { Place } from './queue/place.ts'

type Shop = { office: TestOffice; firm: LawFirm }

const sizes = { news: 5, requests: 5, history: 10 }

async function firmAtWork(): Promise<Shop> {
  const office = await testOffice()
  return { office, firm: await lawFirm(office) }
}

/** Things that happen in the firm's matter, each with a number; `at` says how many milliseconds from now. */
async function happen(
  { office, firm }: Shop,
  many: number,
  { kind = 'entryAdded', at = () => 0 }: { kind?: EventKind; at?: (number: number) => number } = {},
) {
  const { firmId, matterId, camila } = firm
  for (let begin = 0; begin < many; begin += 500) {
    const numbers = Array.from({ length: Math.min(500, many - begin) }, (_, index) => begin + index)
    const rows = numbers.map((number) => ({
      id: newId(office.now),
      firmId,
      at: new Date(office.now.getTime() + at(number)),
      kind,
      actorKind: 'member' as const,
      actorId: camila.memberId,
      matterId,
      facts: { number },
    }))
    await write(office.db, (tx) => tx.insert(events).values(rows))
  }
}

function look({ office, firm }: Shop, list: ListName, place: Place): Promise<Communication> {
  return communicationOf(office, {
    by: firm.camila,
    matterId: firm.matterId,
    places: { [list]: place },
    sizes,
  })
}

/** Every page of a list from the newest on, and back from the last. */
async function walkThrough(shop: Shop, list: ListName) {
  const there: Communication[] = []
  let place: Place = null
  do {
    const found = await look(shop, list, place)
    there.push(found)
    place = found.beside[list].next
  } while (place)
  const back: Communication[] = []
  for (let before = there.at(-1)?.beside[list].back ?? null; before;) {
    const found = await look(shop, list, before)
    back.unshift(found)
    before = found.beside[list].back
  }
  const idsOf = (pages: Communication[]) => pages.map((page) => page[list].map(({ id }) => id))
  const moments = there.flatMap((page) => page[list].map(({ at }) => at.getTime()))
  expect(moments).toEqual(moments.toSorted((a, b) => b - a))
  return { there: idsOf(there), back: idsOf(back), last: there.at(-1) }
}

test('all that happened in a matter is on the pages of its history once, back to the day it was added', async () => {
  const shop = await firmAtWork()
  const { office, firm } = shop
  await firm.addMatter({ title: 'Otra causa', clients: [firm.rosaId] })
  office.later({ minutes: 1 })
  // Seven in each millisecond, so that many pages end amid what happened at once.
  await happen(shop, 330, { at: (number) => Math.floor(number / 7) })
  // What nobody is told of lies between, several pages of it in one go.
  await happen(shop, 150, { kind: 'codeSent', at: (number) => 20 + (number % 2) })
  await happen(shop, 40, { kind: 'mailUnmatched', at: () => -1 })

  const { there, back, last } = await walkThrough(shop, 'history')
  expect(there.map((page) => page.length)).toEqual([...Array.from({ length: 33 }, () => 10), 1])
  expect(new Set(there.flat()).size).toBe(331)
  expect(back).toEqual(there.slice(0, -1))
  expect(last?.history).toMatchObject([{ kind: 'matterAdded' }])
})

test('a page of the history keeps its place when something new happens', async () => {
  const shop = await firmAtWork()
  await happen(shop, 45, { at: (number) => number })
  const first = await look(shop, 'history', null)
  const place = first.beside.history.next
  const second = await look(shop, 'history', place)
  shop.office.later({ minutes: 1 })
  await happen(shop, 3)
  expect((await look(shop, 'history', place)).history).toEqual(second.history)
  const again = await look(shop, 'history', second.beside.history.back)
  expect(again.history).toEqual(first.history)
  const newer = await look(shop, 'history', again.beside.history.back)
  expect(newer.history).toHaveLength(3)
  expect(newer.beside.history.back).toBeNull()
})

test('what happened to a request or an item of it says which, whatever page of requests is shown', async () => {
  const shop = await firmAtWork()
  const { office, firm } = shop
  await askFor(office, firm, 'Cédula', { title: 'Primera' })
  for (let number = 1; number <= 6; number++) {
    office.later({ minutes: 1 })
    await askFor(office, firm, 'Cédula', { title: `Solicitud ${number}` })
  }
  const { requests, history } = await look(shop, 'requests', null)
  expect(requests.map(({ title }) => title)).not.toContain('Primera')
  expect(history.map(({ subject }) => subject)).toContain('Primera')
})

test('news and requests come in pages too, and are counted all', async () => {
  const shop = await firmAtWork()
  const { office, firm } = shop
  const { camila: by, matterId } = firm
  for (let number = 0; number < 12; number++) {
    await publishNews(office, { by, matterId, body: words(`Novedad ${number}`) })
    await askFor(office, firm, 'Cédula\n¿Turno?', { title: `Solicitud ${number}` })
  }
  for (const list of ['news', 'requests'] as const) {
    const { there, back, last } = await walkThrough(shop, list)
    expect(there.map((page) => page.length)).toEqual([5, 5, 2])
    expect(new Set(there.flat()).size).toBe(12)
    expect(back).toEqual(there.slice(0, -1))
    expect(last?.counts).toEqual({ news: 12, requests: 12 })
  }
  const [newest] = (await look(shop, 'requests', null)).requests
  expect(newest).toMatchObject({ title: 'Solicitud 11', counts: { total: 2 }, deliveries: { queued: 3 } })
})

test('where everything on a page was deleted, the newest are shown instead of nothing', async () => {
  const shop = await firmAtWork()
  const { office, firm } = shop
  const { camila: by, matterId } = firm
  for (let number = 0; number < 6; number++) {
    await publishNews(office, { by, matterId, body: words(`Novedad ${number}`) })
  }
  const { beside } = await look(shop, 'news', null)
  const [oldest] = (await look(shop, 'news', beside.news.next)).news
  await deleteNews(office, { by, newsId: oldest?.id ?? '' })
  const shown = await look(shop, 'news', beside.news.next)
  expect(shown.news).toHaveLength(5)
  expect(shown.counts.news).toBe(5)
  expect(shown.beside.news).toEqual({ next: null, back: null })
})

test('one piece of news or request is found in its own matter only, by those who may see that', async () => {
  const { office, firm } = await firmAtWork()
  const { camila, ana } = firm
  const privately = { title: 'Privada', clients: [firm.rosaId], responsible: [ana.memberId] }
  const matterId = await firm.addMatter({ ...privately, visibility: 'private' })
  const { newsId } = await publishNews(office, { by: ana, matterId, body: words('Reservado') })
  const requestId = await askFor(office, firm, 'Cédula', { by: ana, matterId })
  expect((await newsInMatter(office, { by: ana, matterId, newsId })).news.id).toBe(newsId)
  expect((await requestInMatter(office, { by: ana, matterId, requestId })).request.items).toHaveLength(1)
  for (const wish of [
    { by: camila, matterId },
    { by: camila, matterId: firm.matterId },
    { by: ana, matterId: firm.matterId },
  ]) {
    expect(await refusal(newsInMatter(office, { ...wish, newsId }))).toBe('not_found')
    expect(await refusal(requestInMatter(office, { ...wish, requestId }))).toBe('not_found')
  }
  expect(await refusal(communicationOf(office, { by: camila, matterId }))).toBe('not_found')
})

test(
  'a communication costs about the same with 10,000 events and 2,000 pieces of news as with fifty',
  { timeout: 120_000 },
  async () => {
    const shop = await firmAtWork()
    await happen(shop, 50, { at: (number) => number })
    await publishMany(shop, 50)
    const small = await cost(shop)
    await happen(shop, 9_950, { at: (number) => 50 + number })
    await publishMany(shop, 1_950)
    const large = await cost(shop)
    process.stdout.write(
      `a communication: ${small.toFixed(1)} ms with fifty events, ${large.toFixed(1)} ms with 10,000\n`,
    )
    expect(large).toBeLessThan(Math.max(6 * small, 100))
  },
)

async function publishMany({ office, firm }: Shop, many: number) {
  const { firmId, matterId, camila } = firm
  const rows = Array.from({ length: many }, () => ({
    id: newId(office.now),
    firmId,
    matterId,
    authorId: camila.memberId,
    body: words('Novedad'),
    announcedAt: office.now,
    createdAt: office.now,
  }))
  for (let begin = 0; begin < many; begin += 500) {
    await write(office.db, (tx) => tx.insert(news).values(rows.slice(begin, begin + 500)))
  }
}

/** Milliseconds of a look at the newest and of one far back, in the middle of several. */
async function cost(shop: Shop): Promise<number> {
  const { office, firm } = shop
  const [middle] = await office.db.read
    .select({ id: events.id, at: events.at })
    .from(events)
    .limit(1)
    .offset(40)
  const place = middle ? { after: { at: String(middle.at.getTime()), id: middle.id } } : null
  const each: number[] = []
  for (let round = 0; round < 9; round++) {
    const since = performance.now()
    for (const history of [null, place]) {
      const places = { history }
      await communicationOf(office, { by: firm.camila, matterId: firm.matterId, places, sizes })
    }
    each.push(performance.now() - since)
  }
  return each.sort((a, b) => a - b)[4] ?? 0
}
