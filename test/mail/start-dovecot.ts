import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import { freePort } from '../product/free-port.ts'
import { until } from '../until.ts'
import { dovecotConfig, oauthConfig, type DovecotConfig } from './dovecot-config.ts'
import { deliverMail } from './deliver-mail.ts'

const program = '/usr/sbin/dovecot'
const isThere = [program, '/usr/lib/dovecot/imap', '/usr/lib/dovecot/lmtp'].every((path) => existsSync(path))

/** A suite that wants a real IMAP server; without one it is left out, and says so by its name. */
export function describeWithDovecot(name: string, suite: () => void): void {
  if (isThere) describe(name, suite)
  else describe.skip(`${name} [left out: Debian's dovecot-imapd and dovecot-lmtpd are not installed]`, suite)
}

export type Dovecot = {
  imapPort: number
  /** Takes mail for each of its users, with or without something after a plus sign. */
  lmtpPort: number
  /** The mailbox of a user as `IMAP_URL` names it; by another port, where something stands between. */
  urlOf: (user: string, password?: string, port?: number) => string
  deliver: (user: string, raw: Buffer | string) => Promise<void>
  /** Passwords by user; others cannot log in. */
  setPasswords: (passwords: Record<string, string>) => Promise<void>
  /** How many mails lie in a folder of a user; `INBOX` for the first. */
  count: (user: string, folder: string) => Promise<number>
  /** Ends every process of it at once. */
  kill: () => Promise<void>
  start: () => Promise<void>
  /** While it is down: the mailbox is made anew from its mails, which have new UIDs under a new UIDVALIDITY. */
  rebuild: (user: string) => Promise<void>
  /** A folder that cannot be made, until it is unblocked. */
  blockFolder: (user: string, folder: string) => Promise<void>
  unblockFolder: (user: string, folder: string) => Promise<void>
  stop: () => Promise<void>
}

/** It refuses to run as root; then it runs as nobody. */
const self = userInfo()
const { uid, gid } = self.uid === 0 ? { uid: 65_534, gid: 65_534 } : self

/** A real IMAP and LMTP server on this machine, gone again with everything in it after `stop`. */
export async function startDovecot(
  passwords: Record<string, string>,
  options: Pick<DovecotConfig, 'tokenInfoUrl' | 'capability' | 'tls'> = {},
): Promise<Dovecot> {
  const { tokenInfoUrl } = options
  const folder = await mkdtemp(join(tmpdir(), 'despacho-dovecot-'))
  const [imapPort, lmtpPort] = [await freePort(), await freePort()]
  const file = join(folder, 'dovecot.conf')
  await writeFile(file, dovecotConfig({ folder, uid, gid, imapPort, lmtpPort, ...options }))
  if (tokenInfoUrl) await writeFile(join(folder, 'oauth2.conf'), oauthConfig(tokenInfoUrl))
  await mkdir(join(folder, 'mail'))
  for (const path of [folder, join(folder, 'mail')]) await chown(path, uid, gid)
  let running: ChildProcess | null = null

  const pathOf = (user: string, name: string) =>
    join(folder, 'mail', user, name === 'INBOX' ? '' : `.${name.replaceAll('/', '.')}`)
  async function setPasswords(given: Record<string, string>) {
    const lines = Object.entries(given).map(([user, password]) => `${user}:{PLAIN}${password}::::::\n`)
    await writeFile(join(folder, 'passwords'), lines.join(''))
  }
  async function start() {
    const child = spawn(program, ['-F', '-c', file], { uid, gid, detached: true, stdio: 'ignore' })
    running = child
    // It goes with us at the latest; only a process that is killed itself leaves it behind.
    const end = () => void (child.pid && process.kill(-child.pid, 'SIGKILL'))
    process.once('exit', end)
    child.once('exit', () => process.off('exit', end))
    await until(
      async () => ((await answers(imapPort)) && (await answers(lmtpPort)) ? true : undefined),
      'Dovecot to answer',
      20_000,
    ).catch(async (error: unknown) => {
      await kill()
      throw new Error(`${String(error)}\n${await readFile(join(folder, 'log'), 'utf8').catch(() => '')}`)
    })
  }
  async function kill() {
    const child = running
    running = null
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    process.kill(-child.pid, 'SIGKILL')
    await ended
    // It would wait two minutes for whoever it was itself.
    for (const name of await readdir(join(folder, 'mail'), { recursive: true }))
      if (name.endsWith('.lock')) await rm(join(folder, 'mail', name), { force: true })
  }
  await setPasswords(passwords)
  await start()
  return {
    imapPort,
    lmtpPort,
    urlOf: (user, password, port = imapPort) =>
      `imap://${encodeURIComponent(user)}${password ? `:${encodeURIComponent(password)}` : ''}@127.0.0.1:${port}/INBOX`,
    async deliver(user, raw) {
      const mail = { from: 'alguien@correo.example', to: [user], raw: Buffer.from(raw) }
      await deliverMail(mail, { port: lmtpPort, protocol: 'lmtp' })
    },
    setPasswords,
    async count(user, name) {
      const path = pathOf(user, name)
      const all = await Promise.all(['cur', 'new'].map((part) => readdir(join(path, part)).catch(() => [])))
      return all.flat().length
    },
    kill,
    start,
    async rebuild(user) {
      const path = join(folder, 'mail', user)
      const names = await readdir(path)
      const index = names.filter((name) => name.startsWith('dovecot'))
      for (const name of index) await rm(join(path, name), { force: true })
      // Dovecot takes the time of day for it, in seconds.
      const validity = Math.floor(Date.now() / 1000) + 1000
      const list = join(path, 'dovecot-uidlist')
      await writeFile(list, `3 V${validity} N1\n`)
      await chown(list, uid, gid)
    },
    async blockFolder(user, name) {
      await writeFile(pathOf(user, name), '')
    },
    async unblockFolder(user, name) {
      await rm(pathOf(user, name))
    },
    async stop() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'data', { signal: AbortSignal.timeout(1000) })
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
