import { defineConfig } from 'vitest/config'

/** Suites that touch data: each runs once per engine. */
const data = ['**/*.data.test.ts', 'test/journeys/**/*.test.ts', 'test/contracts/**/*.test.ts']
/** What a browser shows does not depend on the engine, and takes long: once is enough. */
const browsers = ['test/browser/**/*.test.ts']
const left = ['**/node_modules/**', 'portal/build/**', 'data/**']
const patience = { testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    // Forks, not threads: ending a thread while an SQLite query is under way would take the whole run with it.
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default', './test/counting-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...left, ...data, ...browsers],
          testTimeout: 15_000,
        },
      },
      {
        test: {
          name: 'sqlite',
          include: [...data, ...browsers],
          exclude: left,
          globalSetup: 'test/sqlite.ts',
          // Only the engine counts, for `db/columns.ts`; each test opens a database of its own.
          env: { DATABASE_URL: 'file:./data/never-opened.db' },
          ...patience,
        },
      },
      {
        test: {
          name: 'postgres',
          include: data,
          exclude: left,
          globalSetup: 'test/postgres.ts',
          env: { DATABASE_URL: 'postgres://never-opened/despacho' },
          ...patience,
        },
      },
    ],
  },
})
