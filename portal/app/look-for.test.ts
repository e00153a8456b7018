import { expect, test } from 'vitest'
import type { HistoryEntry } from '#core/matters/matter-for-client.ts'
import type { Happening } from './happened.ts'
import { kindsIn, lookFor, seeks, soughtIn } from './look-for.ts'

const piece: HistoryEntry = {
  id: 'a',
  kind: 'news',
  at: new Date(0),
  title: null,
  html: '<p>El tribunal fijó <strong>au</strong>diencia.</p><p>Gómez &amp; Cía.</p>',
  text: null,
  author: 'Ana Rojas',
  edited: false,
  earlier: [],
  file: null,
  hearing: null,
  urgent: null,
}
const file = {
  id: 'f',
  name: 'Sentencia_firmada.pdf',
  held: false,
  thumbnail: false,
  preview: null,
  size: 1,
  type: 'application/pdf',
}
const entries: Happening[] = [
  piece,
  { ...piece, id: 'b', kind: 'court-movement', title: 'Resolución', html: null, text: 'Téngase presente' },
  { ...piece, id: 'c', kind: 'document', title: 'Sentencia', html: null, file, author: null },
  { kind: 'request', id: 'd', at: new Date(0), title: 'Cédula', author: 'Ana Rojas', requestId: 'd' },
]
const found = (query: string) =>
  lookFor(soughtIn(new URLSearchParams(query)), entries)
    .map((entry) => entry.id)
    .join('')

test('a reader finds a word however they write it, wherever it stands', () => {
  expect(found('q=RESOLUCION')).toBe('b')
  expect(found('q=t%C3%A9ngase')).toBe('b')
  expect(found('q=audiencia')).toBe('a')
  expect(found('q=firmada.pdf')).toBe('c')
  expect(found('q=cedula')).toBe('d')
  expect(found('q=rojas+gomez')).toBe('a')
})

test('markup is not text: nobody finds tags, and what is escaped is found as it reads', () => {
  expect(found('q=strong')).toBe('')
  expect(found('q=amp')).toBe('')
  expect(found('q=%26+cia')).toBe('a')
})

test('kinds narrow it down, several widen it again, and a kind that is none is no question', () => {
  expect(found('show=news')).toBe('a')
  expect(found('show=news&show=document')).toBe('ac')
  expect(found('q=ana&show=request')).toBe('d')
  expect(found('show=__proto__&q=')).toBe('abcd')
  expect(seeks(soughtIn(new URLSearchParams('show=constructor&q=+')))).toBe(false)
  expect(kindsIn(entries)).toEqual(['news', 'request', 'court-movement', 'document'])
})

test('a question of ten thousand letters is cut, not obeyed', () => {
  expect(soughtIn(new URLSearchParams({ q: 'x'.repeat(10_000) })).words).toHaveLength(200)
})
