import { expect, test } from 'vitest'
import type { HistoryEntry } from '#core/matters/matter-for-client.ts'
import type { ItemSeen, RequestSeen } from '#core/requests/request-seen.ts'
import { happened } from './happened.ts'

const on = (day: number) => new Date(Date.UTC(2026, 10, day, 12))

const piece: HistoryEntry = {
  id: 'news',
  kind: 'news',
  at: on(10),
  title: null,
  html: '<p>Se fijó audiencia.</p>',
  text: null,
  author: 'Ana Rojas',
  edited: false,
  earlier: [],
  file: null,
  hearing: null,
  urgent: null,
}

const item: ItemSeen = {
  id: 'item',
  title: 'Cédula de identidad',
  kind: 'file',
  issuedWithinDays: null,
  paper: null,
  toSign: null,
  status: 'received',
  reason: null,
  byCoClient: false,
  answers: [{ id: 'answer', at: on(12), text: null, files: [], via: 'mail', road: null, unjudged: true }],
}

const request: RequestSeen = {
  id: 'request',
  matterId: 'matter',
  title: 'Antecedentes',
  details: '',
  dueOn: null,
  overdue: false,
  urgent: null,
  status: 'partial',
  at: on(8),
  author: 'Ana Rojas',
  edited: false,
  items: [item],
  locked: [],
  counts: { total: 1, settled: 0, received: 1, missing: 0 },
}

test('a client reads news, what they were asked for and what they sent as one story, newest first', () => {
  expect(happened([piece], [request]).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'answer answer',
    'news news',
    'request request',
  ])
})

test('an answer is told by the name of its item and leads to its request', () => {
  const [answer] = happened([], [request])
  expect(answer).toMatchObject({ title: 'Cédula de identidad', requestId: 'request', author: null })
})
