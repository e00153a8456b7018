import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { envExample } from '#core/config/env-example.ts'

type Check = { name: string; run: () => Promise<string | null>; fix?: () => Promise<unknown> }

const project = join(import.meta.dirname, '..')

/**
 * `npm run check`: everything about the source that is not a test of behaviour. Goes on after a fault, so that all
 * are told at once; exits 1 when there was one. With `--fix`, mends what can be mended first.
 */
const checks: Check[] = [
  {
    name: '.env.example in step',
    run: envExampleInStep,
    fix: () => writeFile(join(project, '.env.example'), envExample()),
  },
  { name: 'types', run: () => command('tsc') },
  { name: 'types of the portal’s worker', run: () => command('tsc', ['-p', 'portal/worker']) },
  { name: 'lint', run: () => command('eslint', ['.']), fix: () => command('eslint', ['--fix', '.']) },
  {
    name: 'formatting',
    run: () => command('prettier', ['--check', '--log-level=warn', '.']),
    fix: () => command('prettier', ['--write', '--log-level=warn', '.']),
  },
  { name: 'boundaries', run: () => command('vitest', ['run', '--project=unit', 'test/boundaries.test.ts']) },
  { name: 'unused code', run: () => command('knip', ['--no-progress']) },
  {
    name: 'SQLite migrations in step',
    run: () => migrationsInStep('sqlite', 'sqlite', 'file:./never-opened.db'),
  },
  {
    name: 'PostgreSQL migrations in step',
    run: () => migrationsInStep('postgres', 'postgresql', 'postgres:'),
  },
]

const mends = process.argv.includes('--fix')
const failed: string[] = []
for (const { name, run, fix } of checks) {
  const since = performance.now()
  if (mends) await fix?.()
  const fault = await run()
  if (fault !== null) {
    failed.push(name)
    console.log(fault.trimEnd())
  }
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  console.log(`${fault === null ? 'ok    ' : 'FAULT '} ${name} (${seconds} s)`)
}
console.log(failed.length === 0 ? `all ${checks.length} checks hold` : `does not hold: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

/** Null when the command succeeds, else what it said. */
async function command(name: string, parameters: string[] = []) {
  const { code, said } = await outcome(name, parameters)
  return code === 0 ? null : said || `${name} ended with ${code}`
}

async function outcome(name: string, parameters: string[], env: Record<string, string> = {}) {
  const child = spawn(join(project, 'node_modules/.bin', name), parameters, {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (chunk: Buffer) => (said += chunk.toString())
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on('error', (error) => resolve({ code: null, said: `${name} cannot be run: ${error.message}` }))
    child.on('close', (code) => resolve({ code, said }))
  })
}

async function envExampleInStep() {
  const written = await readFile(join(project, '.env.example'), 'utf8').catch(() => '')
  return written === envExample() ? null : '.env.example is out of step: npm run check -- --fix'
}

/** Generates the next migration into a copy: when there is one, the schema has changed without it. */
async function migrationsInStep(folder: string, dialect: string, url: string) {
  const copy = await mkdtemp(join(tmpdir(), 'despacho-migrations-'))
  try {
    await cp(join(project, 'db/migrations', folder), copy, { recursive: true })
    // drizzle-kit puts ./ before any path, and ends with 0 whatever befalls it: only what it says counts.
    const out = `--out=${relative(project, copy)}`
    const target = [`--dialect=${dialect}`, '--schema=./db/schema/schema.ts', '--casing=snake_case', out]
    const { said } = await outcome('drizzle-kit', ['generate', ...target], { DATABASE_URL: url })
    return said.includes('No schema changes') ? null : `npm run db:generate has something to write:\n${said}`
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}
