import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../product/free-port.ts'
import { until } from '../until.ts'

/** The test file that every scanner finds, and nobody is harmed by (eicar.org), put together so that no scanner finds this source. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

const programs = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd']

/** Whether there is a real clamd here (Debian: clamav-daemon). */
export const hasClamd = programs.some((program) => existsSync(program))

if (!hasClamd)
  console.warn('clamd is not installed (Debian: clamav-daemon): suites that need it are LEFT OUT')

export type RunningClamd = { at: string; host: string; port: number; path: string; stop: () => Promise<void> }

/** A real clamd on a port of this machine and on a socket, that knows one virus; it takes streams of at most `most` bytes. */
export async function startClamd({
  port,
  most = 1_000_000,
}: { port?: number; most?: number } = {}): Promise<RunningClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'despacho-clamd-'))
  const mine = port ?? (await freePort())
  const path = join(folder, 'clamd.sock')
  await mkdir(join(folder, 'signatures'))
  await writeFile(
    join(folder, 'signatures', 'eicar.hdb'),
    '44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n',
  )
  await writeFile(
    join(folder, 'clamd.conf'),
    [
      `DatabaseDirectory ${join(folder, 'signatures')}`,
      `TemporaryDirectory ${folder}`,
      `LocalSocket ${path}`,
      `TCPSocket ${mine}`,
      'TCPAddr 127.0.0.1',
      'Foreground yes',
      'AlertExceedsMax yes',
      `StreamMaxLength ${most}`,
      '',
    ].join('\n'),
  )
  const program = programs.find((one) => existsSync(one)) ?? 'clamd'
  const child = spawn(program, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  const over = once(child, 'exit')
  await until(() => answers(mine), 'clamd to listen', 30_000)
  return {
    at: `127.0.0.1:${mine}`,
    host: '127.0.0.1',
    port: mine,
    path,
    stop: async () => {
      child.kill('SIGKILL')
      await over
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function answers(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('zPING\0'))
    socket
      .once('data', (text) => resolve(text.includes('PONG') || undefined))
      .once('error', () => resolve(undefined))
    socket.once('data', () => socket.destroy())
  })
}
