import { DrizzleQueryError } from 'drizzle-orm'
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog } from './log.ts'

test('whoever reads the log of a failed query learns what failed, and nothing of the case', () => {
  const lines: string[] = []
  const log = createLog(
    'info',
    new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) }),
  )
  const cause = new Error('SQLITE_BUSY: database is locked')
  log.error(
    { err: new DrizzleQueryError('insert into news values (?)', ['secreto de familia'], cause) },
    'not stored',
  )
  expect(lines.join('')).toContain('insert into news')
  expect(lines.join('')).toContain('SQLITE_BUSY')
  expect(lines.join('')).not.toContain('secreto de familia')
})
