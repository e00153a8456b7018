import { expect, test } from 'vitest'
import { audiences, requestItems, requests } from '#db/schema/communication.ts'
import { outbox } from '#db/schema/delivery.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { newId } from '../../ids.ts'
import { askFor } from '#test/office/ask-for.ts'
import { lawFirm, type LawFirm } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { queues, workQueue, type QueueName, type WorkQueue } from './work-queue.ts'
import type { Place } from './place.ts'

const day = 24 * 3_600_000

/** So many pieces of work of each kind, in the firm's one matter. */
async function pileUp({ office, firm }: { office: TestOffice; firm: LawFirm }, many: number) {
  const { firmId, matterId, camila, rosaId } = firm
  for (let begin = 0; begin < many; begin += 500) {
    const numbers = Array.from({ length: Math.min(500, many - begin) }, (_, index) => begin + index)
    const made = numbers.map((number) => ({ number, id: newId(office.now) }))
    const at = (number: number) => new Date(office.now.getTime() - 5 * day + (number % 700) * 1000)
    await write(office.db, async (tx) => {
      const common = { firmId, matterId, authorId: camila.memberId, details: '', createdAt: office.now }
      await tx.insert(requests).values(
        made.map(({ number, id }) => ({
          ...common,
          id,
          title: `Pedido ${number}`,
          dueOn: `2026-02-${String((number % 28) + 1).padStart(2, '0')}`,
          status: 'partial' as const,
          statusAt: office.now,
          announcedAt: office.now,
        })),
      )
      await tx.insert(audiences).values(
        made.map(({ id }) => ({
          firmId,
          subjectKind: 'request' as const,
          subjectId: id,
          clientId: rosaId,
        })),
      )
      for (const status of ['received', 'pending'] as const) {
        await tx.insert(requestItems).values(
          made.map(({ number, id }) => ({
            id: newId(office.now),
            firmId,
            requestId: id,
            position: status === 'received' ? 0 : 1,
            title: 'Cédula',
            kind: 'file' as const,
            status,
            statusAt: at(number),
          })),
        )
      }
      await tx.insert(inboundMessages).values(
        made.map(({ number, id }) => ({
          id: newId(office.now),
          firmId,
          source: 'smtp',
          sourceKey: id,
          envelopeTo: [],
          rawKey: id,
          rawSize: 1,
          receivedAt: at(number),
          state: 'quarantined' as const,
          stateAt: office.now,
          attempts: 0,
          fromAddress: `extrano${number}@otro.example`,
          matterId,
        })),
      )
      await tx.insert(outbox).values(
        made.map(({ number, id }) => ({
          id: newId(office.now),
          firmId,
          dedupeKey: id,
          channel: 'mail' as const,
          notice: {},
          noticeKind: 'reminder',
          locale: 'es-CL' as const,
          recipient: `rebota${number}@correo.example`,
          matterId,
          state: 'bounced' as const,
          dueAt: office.now,
          attempts: 1,
          createdAt: at(number),
        })),
      )
    })
  }
}

function idOf(queue: QueueName, work: WorkQueue, index: number): string {
  const entry: object = work[queue].entries[index] ?? {}
  return String(Object.values(entry)[0])
}

test.each(queues)('every piece of work is shown once on the pages of %s, there and back', async (queue) => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await pileUp({ office, firm }, 57)
  const look = (place: Place) => workQueue(office, { by: firm.camila, only: { queue, place }, size: 10 })
  const pages: string[][] = []
  let place: Place = null
  let last: WorkQueue | undefined
  do {
    last = await look(place)
    const found = last
    pages.push(found[queue].entries.map((_, index) => idOf(queue, found, index)))
    place = found[queue].next
  } while (place)
  expect(pages.map((page) => page.length)).toEqual([10, 10, 10, 10, 10, 7])
  expect(new Set(pages.flat()).size).toBe(57)
  const back: string[][] = []
  for (let before = last[queue].back; before;) {
    const found = await look(before)
    back.unshift(found[queue].entries.map((_, index) => idOf(queue, found, index)))
    before = found[queue].back
  }
  expect(back).toEqual(pages.slice(0, -1))
})

test('a request is in the list once its day has ended where its client lives, and counted so', async () => {
  // 20:30 on the 3rd in Santiago; in Madrid it is the 4th already, in Honolulu it is still the morning of the 3rd.
  const office = await testOffice({}, '2026-03-03T23:30:00Z')
  const firm = await lawFirm(office)
  const abroad = async (name: string, timeZone: string) => {
    const clientId = await firm.addClient(name, `${name.toLowerCase()}@correo.example`, { timeZone })
    return firm.addMatter({ title: name, clients: [clientId], responsible: [firm.camila.memberId] })
  }
  const day = '2026-03-03'
  const over = await askFor(office, firm, 'Cédula', {
    matterId: await abroad('Carmen', 'Europe/Madrid'),
    dueOn: day,
  })
  await askFor(office, firm, 'Cédula', { matterId: await abroad('Keanu', 'Pacific/Honolulu'), dueOn: day })
  await askFor(office, firm, 'Cédula', { dueOn: day })
  const look = async () => {
    const { overdue, counts } = await workQueue(office, { by: firm.camila, only: null, size: 5 })
    return { ids: overdue.entries.map((entry) => entry.requestId), count: counts.overdue }
  }
  expect(await look()).toEqual({ ids: [over], count: 1 })
  office.later({ hours: 4 })
  expect(await look()).toMatchObject({ count: 2 })
  office.later({ hours: 10 })
  expect(await look()).toMatchObject({ count: 3 })
})

test(
  'pages cost about the same with ten thousand pieces of work of each kind as with a hundred',
  { timeout: 180_000 },
  async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    await pileUp({ office, firm }, 100)
    const small = await cost(office, firm)
    await pileUp({ office, firm }, 9_900)
    const { counts } = await workQueue(office, { by: firm.camila, only: null, size: 5 })
    expect(counts).toEqual({ toReview: 1001, overdue: 1001, quarantined: 1001, failed: 1001 })
    const large = await cost(office, firm)
    process.stdout.write(
      `a look at the queue: ${small.toFixed(1)} ms with 100 of each kind, ${large.toFixed(1)} ms with 10,000\n`,
    )
    expect(large).toBeLessThan(Math.max(10 * small, 250))
  },
)

/** Milliseconds of the dearest kind of look, each taken in the middle of several. */
async function cost(office: TestOffice, firm: LawFirm): Promise<number> {
  const looks = [null, ...queues.map((queue) => ({ queue, place: null }))]
  const medians: number[] = []
  for (const only of looks) {
    const each: number[] = []
    for (let round = 0; round < 9; round++) {
      const since = performance.now()
      const { next } = (await workQueue(office, { by: firm.camila, only, size: 20 }))[
        only?.queue ?? 'overdue'
      ]
      if (only && next) await workQueue(office, { by: firm.camila, only: { ...only, place: next }, size: 20 })
      each.push(performance.now() - since)
    }
    medians.push(each.sort((a, b) => a - b)[4] ?? 0)
  }
  return Math.max(...medians)
}
