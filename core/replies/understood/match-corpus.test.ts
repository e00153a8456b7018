import { expect, test } from 'vitest'
import { checklists } from '#test/fixtures/files-and-checklists.ts'
import { type FileToMatch, type ItemToMatch, matchFiles } from './match-files.ts'

const types: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  zip: 'application/zip',
  html: 'text/html',
  opus: 'audio/ogg',
  mp4: 'video/mp4',
}

const told = checklists.flatMap(({ items, alone, mails }) => {
  const alones = Object.entries(alone).map(([name, place]) => ['', { [name]: place }] as const)
  return [...alones, ...mails].flatMap(([says, brings]) => {
    const matches = matchFiles(Object.keys(brings).map(fileNamed), items.map(itemNamed), says)
    return Object.entries(brings).map(([name, place], index) => {
      const { sure = false, itemId = null } = matches[index] ?? {}
      return {
        name,
        says,
        of: items.join(' | '),
        place,
        sure,
        guess: itemId === null ? null : Number(itemId),
      }
    })
  })
})

function fileNamed(name: string): FileToMatch {
  const type = types[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/pdf'
  return { id: name, name, type, size: 50_000, flag: null }
}

function itemNamed(title: string, index: number): ItemToMatch {
  const [, word = '', rest = title] =
    /^(?:(text|paper|sign|received|approved|rejected): )?(.*)$/.exec(title) ?? []
  const kind = word === 'text' || word === 'paper' || word === 'sign' ? word : 'file'
  const status = word === 'received' || word === 'approved' || word === 'rejected' ? word : 'pending'
  return { id: String(index + 1), title: rest, kind, status }
}

test('of more than 200 files no one is ever surely for the wrong item', () => {
  expect(told.length).toBeGreaterThan(200)
  expect(told.filter(({ sure, guess, place }) => sure && guess !== place)).toEqual([])
})

test('of those a person can tell nearly all are told, and the others suggested', () => {
  const tellable = told.filter(({ place }) => typeof place === 'number')
  const right = tellable.filter(({ sure, guess, place }) => sure && guess === place)
  const suggested = tellable.filter(({ guess, place }) => guess === place)
  expect(right.length / tellable.length).toBeGreaterThanOrEqual(0.95)
  expect(suggested.length / tellable.length).toBeGreaterThanOrEqual(0.98)
})
