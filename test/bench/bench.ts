import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** `npm run bench -- NAME`: each in a process of its own, since the engine is chosen when the schema is loaded; no name: all. */
const benches: Record<string, { file: string; engine: 'sqlite' | 'postgres' }[]> = {
  ack: [{ file: 'ack.ts', engine: 'sqlite' }],
  deliver: [
    { file: 'deliver.ts', engine: 'sqlite' },
    { file: 'deliver.ts', engine: 'postgres' },
  ],
  ingest: [{ file: 'ingest.ts', engine: 'sqlite' }],
  'ingest-large': [{ file: 'ingest-large.ts', engine: 'sqlite' }],
  portal: [{ file: 'portal.ts', engine: 'sqlite' }],
  typeahead: [
    { file: 'typeahead.ts', engine: 'sqlite' },
    { file: 'typeahead.ts', engine: 'postgres' },
  ],
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`)
  process.exit(1)
}
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  for (const { file, engine } of benches[name] ?? []) {
    const DATABASE_URL = engine === 'postgres' ? 'postgres://chosen-later/despacho' : 'file:./chosen-later.db'
    const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file)], {
      env: { ...process.env, DATABASE_URL, BENCH_ENGINE: engine },
      stdio: 'inherit',
    })
    if (status !== 0) process.exitCode = 1
  }
}
