import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFaults } from './boundaries/import-faults.ts'
import { shapeFaults } from './boundaries/shape-faults.ts'
import { parseSource } from './boundaries/source.ts'

const project = join(import.meta.dirname, '..')
const elsewhere = ['node_modules', 'portal/build', 'data', '.cache', '.git']
const sources = globSync('**/*.{ts,tsx}', { cwd: project, exclude: (path) => elsewhere.includes(path) }).map(
  (path) => parseSource(path, readFileSync(join(project, path), 'utf8')),
)

test('there is a house to look at', () => {
  expect(sources.length).toBeGreaterThan(50)
})

// Every file is parsed, which takes a busy machine its time.
test('nobody leaves their room by a door that is not theirs', { timeout: 120_000 }, () => {
  expect(sources.flatMap(importFaults)).toEqual([])
})

test('files are named and shaped as agreed', () => {
  expect(sources.flatMap(shapeFaults)).toEqual([])
})

describe('the rules catch', () => {
  const faults = (path: string, text: string) => {
    const source = parseSource(path, text)
    return [...importFaults(source), ...shapeFaults(source)]
  }

  test.each([
    ['a plain import', `import { send } from '#mail/send.ts'`],
    ['an import of types', `import type { Mail } from '#mail/send.ts'`],
    ['a re-export', `export { send } from '#mail/send.ts'\nexport const a = 1`],
    ['an import at run time', `const a = await import('#mail/send.ts')`],
    ['an import inside a type', `type A = import('#mail/send.ts').Mail`],
    ['a require', `const a = require('#mail/send.ts')`],
    ['a worker’s address', `new Worker(new URL('../../mail/send.ts', import.meta.url))`],
    ['a relative way round', `import { send } from '../../mail/send.ts'`],
  ])('%s from core into mail', (_form, text) => {
    expect(faults('core/news/publish-news.ts', text).join()).toMatch(/core may not import mail\/send\.ts/)
  })

  test.each([
    ['db/write.ts', '#core/office.ts'],
    ['mail/send.ts', '#bot/slack/post.ts'],
    ['portal/server.ts', '#mail/send.ts'],
    ['bot/slack/post.ts', '#db/open.ts'],
    ['jobs/start.ts', '#db/open.ts'],
    ['main.ts', './test/databases.ts'],
    ['core/clock.ts', '#test/databases.ts'],
  ])('%s importing %s', (path, target) => {
    expect(faults(path, `import '${target}'`).join()).toMatch(/may not import/)
  })

  test('jobs that reach past what posts', () => {
    expect(faults('jobs/deliver-outbox.ts', `import '#bot/slack/post.ts'`)).toEqual([])
    expect(faults('jobs/deliver-outbox.ts', `import '#bot/teams/post/card.ts'`)).toEqual([])
    expect(faults('jobs/deliver-outbox.ts', `import '#bot/slack/start.ts'`)).toHaveLength(1)
  })

  test('packages away from home, and nothing else', () => {
    expect(faults('core/a.ts', `import pg from 'pg'`)).toHaveLength(1)
    expect(faults('core/a.ts', `import { createServer } from 'node:http'`)).toHaveLength(1)
    expect(faults('mail/send.ts', `import nodemailer from 'nodemailer'`)).toEqual([])
    expect(faults('core/a.test.ts', `import pg from 'pg'`)).toEqual([])
  })

  test('a room that spells its own name, and one left by a relative path', () => {
    expect(faults('core/a.ts', `import '#core/b.ts'`)).toHaveLength(1)
    expect(faults('mail/a.ts', `import '../core/b.ts'`)).toHaveLength(1)
    expect(faults('jobs/start.ts', `new URL('.', import.meta.url)`)).toEqual([])
    expect(faults('main.ts', `import './core/b.ts'\nimport '#mail/a.ts'`)).toEqual([])
  })

  test.each([
    'core/index.ts',
    'core/words/types.ts',
    'mail/mail-helpers.ts',
    'jobs/job-manager.ts',
    'db/dbUtils.ts',
    'core/News.ts',
  ])('the name %s', (path) => {
    expect(faults(path, '')).toHaveLength(1)
  })

  test('names that Remix and tools prescribe are none of ours', () => {
    expect(faults('portal/app/routes/matters.$matter.tsx', '')).toEqual([])
    expect(faults('db/drizzle.sqlite.config.ts', '')).toEqual([])
    expect(faults('core/news/publish-news.data.test.ts', '')).toEqual([])
  })

  test('barrels', () => {
    expect(faults('core/a.ts', `export * from './b.ts'`)).toHaveLength(1)
    expect(faults('core/a.ts', `export { b } from './b.ts'\nexport { c } from './c.ts'`)).toHaveLength(1)
    expect(faults('core/a.ts', `export type * from '#db/b.ts'`), 'types handed on').toEqual([])
  })

  test.each([
    'const a = process.env.PORT',
    `const a = process['env']`,
    'const { env } = process',
    `import { env } from 'node:process'`,
    'if (process.env.A === process.env.B) a()',
  ])('a look at the environment: %s', (text) => {
    expect(faults('mail/a.ts', text).length).toBeGreaterThan(0)
    expect(faults('core/config.ts', text)).toEqual([])
  })

  test('what is set for others reads nothing', () => {
    expect(faults('main.ts', `process.env.NODE_ENV = 'production'`)).toEqual([])
  })

  test('mocks and lonely tests', () => {
    expect(faults('core/a.test.ts', `vi.mock('./b.ts')`)).toHaveLength(1)
    expect(faults('core/a.test.ts', `test.only('a', () => {})`)).toHaveLength(1)
  })

  test('state in core', () => {
    expect(faults('core/a.ts', 'let last = 0')).toHaveLength(1)
    expect(faults('core/a.ts', 'const most = 5\nfor (let a = 0; a < most; a++) {}')).toEqual([])
  })

  test('exported functions without a docstring', () => {
    expect(faults('core/a.ts', 'export function a() {}')).toEqual(['core/a.ts:1 a has no docstring'])
    expect(faults('core/a.ts', 'export const a = () => 1')).toHaveLength(1)
    expect(faults('core/a.ts', '/** One. */\nexport function a() {}\nexport const b = 1')).toEqual([])
    expect(faults('core/a.test.ts', 'export function a() {}')).toEqual([])
  })
})
