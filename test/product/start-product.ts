import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'
import { productProcess, type LogLine } from './product-process.ts'

export type StartProduct = {
  /** Migrated or empty; its engine need not be that of the running process. */
  databaseUrl: string
  /** A folder of its own, unless said. */
  filesUrl?: string
  role?: 'all' | 'web' | 'worker'
  /** Where it hands over its mail; no mail is sent if not said. */
  postbox?: { url: string }
  /** Where its Slack is; the door is closed if not said. */
  slack?: { apiUrl: string }
  /** Whatever else an operator sets, or sets otherwise. */
  env?: Record<string, string>
  /** Hears each line of the log as it is written. */
  onLog?: (line: LogLine) => void
  /** Gives the first start up. */
  signal?: AbortSignal
}

/** Can be handed to `slackUser` as the app, and to `mailProgram` as the firm's side. */
export type Product = {
  baseUrl: string
  /** On 127.0.0.1; by SMTP unless `MAIL_LISTEN` says LMTP. */
  mailPort: number
  signingSecret: string
  /** Of the firm's mail server, which vouches for senders. */
  authservId: string
  /** What it has logged since its first start, oldest first. */
  logs: LogLine[]
  /** The number by which the system knows the running process. */
  pid: () => number | undefined
  /** Runs a command of administration on the same data; its answer, or an error with what it said. */
  administer: <Answer = Record<string, string>>(...args: string[]) => Promise<Answer>
  /** Ends it for good, by SIGTERM unless it was killed; throws unless it ends with 0 within ten seconds. Do so at the end. */
  stop: () => Promise<void>
  /** Ends it by SIGKILL. */
  kill: () => Promise<void>
  /** Ends it by SIGTERM unless it was killed, and starts it on the same data and ports; `env` changes what is set from now on. */
  restart: (env?: Record<string, string>) => Promise<void>
}

/** A portal that has to be built first takes its time. */
const startWithin = 180_000
const endWithin = 10_000
const signingSecret = 'a-signing-secret-that-only-tests-know'
const authservId = 'mx.estudio.example'

/** Starts the true product as an operator would, in a process of its own; it is ready, and ends at the latest with ours. */
export async function startProduct(options: StartProduct): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'despacho-product-'))
  const [port, mailPort] = [await freePort(), await freePort()]
  let env = environment(options, { folder, port, mailPort })
  const logs: LogLine[] = []
  let isKilled = false
  const remove = () => rm(folder, { recursive: true, force: true })
  let running = await begin().catch(async (error: unknown) => {
    await remove()
    throw error
  })

  async function begin() {
    const begun = productProcess(env, folder, logs, options.onLog)
    await begun.ready(startWithin, options.signal).catch(async (error: unknown) => {
      await begun.end('SIGKILL', endWithin)
      throw error
    })
    return begun
  }
  async function finish() {
    const code = await running.end('SIGTERM', endWithin).catch(async (error: unknown) => {
      await running.end('SIGKILL', endWithin)
      throw error
    })
    if (code !== 0) throw new Error(`Despacho ended with ${code}, not with 0, when asked to`)
  }
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    mailPort,
    signingSecret: env.SLACK_SIGNING_SECRET ?? signingSecret,
    authservId: env.TRUSTED_AUTHSERV_ID ?? authservId,
    logs,
    pid: () => running.pid,
    administer: (...args) => administer(env, folder, args),
    async stop() {
      try {
        if (!isKilled) await finish()
      } finally {
        await remove()
      }
    },
    async kill() {
      isKilled = true
      await running.end('SIGKILL', endWithin)
    },
    async restart(changes = {}) {
      if (!isKilled) await finish()
      env = { ...env, ...changes }
      running = await begin()
      isKilled = false
    },
  }
}

type Place = { folder: string; port: number; mailPort: number }

function environment(options: StartProduct, { folder, port, mailPort }: Place): NodeJS.ProcessEnv {
  const {
    databaseUrl,
    filesUrl = `file:${join(folder, 'files')}`,
    role = 'all',
    postbox,
    slack,
    env,
  } = options
  return {
    ...ofTheMachine(),
    NODE_ENV: 'production',
    PORT: String(port),
    BASE_URL: `http://127.0.0.1:${port}`,
    SECRET_KEY: 'a-secret-key-for-tests-that-is-long-enough',
    DATABASE_URL: databaseUrl,
    FILES_URL: filesUrl,
    PROCESS_ROLE: role,
    REPLY_ADDRESS: 'casos@estudio.example',
    MAIL_LISTEN: `smtp://127.0.0.1:${mailPort}`,
    TRUSTED_AUTHSERV_ID: authservId,
    ...(postbox ? { SMTP_URL: postbox.url, MAIL_FROM: 'Estudio <avisos@estudio.example>' } : {}),
    ...(slack ? { SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slack.apiUrl } : {}),
    ...env,
  }
}

/** What any process has, and nothing by which the one that runs tests was told how to be. */
function ofTheMachine(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'SystemRoot']
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

const despacho = fileURLToPath(new URL('../../despacho.ts', import.meta.url))

async function administer(env: NodeJS.ProcessEnv, folder: string, args: string[]) {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [despacho, ...args, '--json'], { cwd: folder, env })
  return JSON.parse(stdout)
}
