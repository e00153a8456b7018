import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll } from 'vitest'
import { readConfig, type Config } from '#core/config.ts'
import { rememberHtml } from '#core/rich-text/html-of-stored.ts'
import type { Office } from '#core/office.ts'
import { openFiles } from '#db/files.ts'
import { openDatabase } from '#db/open.ts'
import { freshDatabaseUrl } from '../databases.ts'

export type TestOffice = Office & {
  /** The time it is; stands still until it is moved. */
  now: Date
  /** Moves the clock on. */
  later: (by: { minutes?: number; hours?: number; days?: number }) => void
  close: () => Promise<void>
}

const opened: TestOffice[] = []

/** An office of its own: a fresh database of the engine under test, a folder for files, and a clock that stands still. */
export async function testOffice(
  env: Record<string, string> = {},
  at = '2026-03-03T14:00:00Z',
): Promise<TestOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'despacho-office-'))
  const config = testConfig({
    DATABASE_URL: await freshDatabaseUrl(),
    FILES_URL: `file:${join(folder, 'files')}`,
    ...env,
  })
  const db = await openDatabase(config.databaseUrl)
  const office: TestOffice = {
    db,
    files: openFiles(config.filesUrl),
    now: new Date(at),
    clock: () => office.now,
    log: pino({ level: 'silent' }),
    config,
    wake: () => {},
    htmlOf: rememberHtml(),
    readOriginal: async () => null,
    later: ({ minutes = 0, hours = 0, days = 0 }) => {
      office.now = new Date(office.now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)
    },
    close: async () => {
      await db.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  opened.push(office)
  return office
}

/** A configuration with every door of this version open, on addresses nobody answers unless `env` says. */
export function testConfig(env: Record<string, string>): Config {
  return readConfig(
    {
      SECRET_KEY: 'a-secret-key-for-tests-that-is-long-enough',
      BASE_URL: 'http://127.0.0.1:3000',
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'avisos@estudio.example',
      REPLY_ADDRESS: 'casos@estudio.example',
      MAIL_LISTEN: 'smtp://127.0.0.1:2525',
      TRUSTED_AUTHSERV_ID: 'mx.estudio.example',
      SLACK_SIGNING_SECRET: 'a-signing-secret-for-tests',
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
      LOG_LEVEL: 'silent',
      ...env,
    },
    { production: false },
  )
}

afterAll(async () => {
  for (const office of opened.splice(0)) await office.close()
})
