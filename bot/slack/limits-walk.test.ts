import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { locales } from '#core/words/locale.ts'
import { checkBlocks } from '#test/slack/check-blocks.ts'
import { fitsInMessage } from './notes/note.ts'
import { mrkdwnIn } from './notes/sample-notes.ts'
import type { Reader } from './reader.ts'
import { sampleSurfaces, type Sample } from './sample-surfaces.ts'
import { wordsForChat } from './words-for-chat.ts'

const readers = locales.map((locale): Reader => ({
  words: wordsForChat(locale),
  locale,
  timeZone: 'America/Santiago',
  today: '2026-03-03',
}))

const sources = globSync('**/*.ts', {
  cwd: import.meta.dirname,
  exclude: (path) => path.endsWith('.test.ts'),
}).map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'))

describe.each(readers)('in $locale', (reader) => {
  test.each(sampleSurfaces(reader))('Slack takes %s', (_name, surface) => {
    expect(checkBlocks(surface)).toEqual([])
    if (!('type' in surface)) expect(fitsInMessage(surface.blocks ?? [])).toBe(true)
    // What we name a channel or a person by is an id; nobody's own words can look like one.
    for (const said of mrkdwnIn(surface)) expect(said).not.toMatch(/<!|<[@#](?![CU]0[A-Z]+>)/)
  })
})

test('every view there is is among the samples', () => {
  const ids = sources.flatMap((text) =>
    [...text.matchAll(/callback(?:Id|_id): '([a-z_]+)'/g)].map(([, id]) => id),
  )
  const [reader] = readers
  const shown = reader ? sampleSurfaces(reader).map(callbackIdOf) : []
  expect([...new Set(ids)].filter((id) => !shown.includes(id)).sort()).toEqual([])
})

test('every message there is is among the samples', () => {
  const renderer = sources.find((text) => text.includes('export function renderContent')) ?? ''
  const kinds = [...renderer.matchAll(/case '(\w+)':/g)].map(([, kind]) => kind)
  const [reader] = readers
  const named = reader ? sampleSurfaces(reader).map(([name]) => name.split(' ')[0]) : []
  expect(kinds.length).toBeGreaterThan(10)
  expect(kinds.filter((kind) => !named.includes(kind ?? ''))).toEqual([])
})

function callbackIdOf([, surface]: Sample): string | undefined {
  return 'callback_id' in surface ? surface.callback_id : undefined
}
