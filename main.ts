import { createServer, type Server } from 'node:http'
import express from 'express'
import { ConfigInvalid } from '#core/config/config-invalid.ts'
import { readOwnConfig, type Config } from '#core/config.ts'
import type { Office } from '#core/office.ts'
import { openOffice } from '#core/open-office.ts'
import { healthRoutes } from '#portal/health.ts'

const development = process.argv.includes('--dev')

/** Starts what PROCESS_ROLE asks for and gives back how to stop it; every fault of the configuration is told at once. */
async function start(config: Config): Promise<() => Promise<void>> {
  const office = await openOffice(config, { migrate: true })
  const stops: (() => Promise<void>)[] = []
  sayWhatIsClosed(office)
  if (config.role !== 'web') {
    const { startJobs } = await import('#jobs/start.ts')
    const jobs = await startJobs(office)
    office.wake = jobs.wake
    stops.push(jobs.stop)
  }
  if (config.role !== 'web' && config.mailIn?.listen) {
    const { receiveMail } = await import('#mail/receive-mail.ts')
    const listener = await receiveMail(office, config.mailIn, config.mailIn.listen)
    office.log.info({ listen: config.mailIn.listen }, 'mail is received')
    stops.push(() => listener.close())
  }
  stops.push(await openWeb(office))
  return async () => {
    // New work first, then what is under way, then what it stands on.
    for (const stop of stops.reverse()) await stop()
    await office.db.close()
  }
}

async function openWeb(office: Office): Promise<() => Promise<void>> {
  const { web, role, slack } = office.config
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', web.trustedProxies)
  app.use(healthRoutes(office))
  const closing: (() => Promise<void>)[] = []
  if (role !== 'worker') {
    if (slack) {
      const { startSlack } = await import('#bot/slack/start.ts')
      const door = startSlack(office)
      app.use(door.handler)
      closing.push(door.close)
    }
    const { createOriginalReader } = await import('#mail/original-reader.ts')
    const originals = createOriginalReader(office.log)
    office.readOriginal = originals.read
    closing.push(originals.close)
    const { buildPortalIfStale } = await import('#portal/build.ts')
    const { createPortal } = await import('#portal/server.ts')
    if (!development) await buildPortalIfStale(office.log)
    app.use(await createPortal(office, { mode: development ? 'development' : 'production' }))
  }
  const server = createServer(app)
  // An upload may take long; a client that sends nothing at all may not.
  server.requestTimeout = 15 * 60_000
  server.headersTimeout = 20_000
  await listen(server, web.port, web.host)
  office.log.info({ role, address: server.address(), baseUrl: web.baseUrl }, 'Despacho is ready')
  return async () => {
    server.closeIdleConnections()
    await Promise.race([
      new Promise<void>((resolve) => server.close(() => resolve())),
      new Promise<void>((resolve) => setTimeout(resolve, 3000).unref()),
    ])
    server.closeAllConnections()
    for (const close of closing) await close()
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}

function sayWhatIsClosed({ config, log }: Office) {
  if (!config.mail) log.warn('no e-mail is sent: SMTP_URL, MAIL_FROM and REPLY_ADDRESS are not set')
  if (!config.mailIn) log.warn('no e-mail is received: neither MAIL_LISTEN nor IMAP_URL is set')
  if (!config.clamd) log.warn('files are not scanned for viruses: CLAMD is not set')
  if (!config.slack) log.warn('Slack is closed: neither SLACK_SIGNING_SECRET nor SLACK_APP_TOKEN is set')
}

async function main() {
  const stop = await start(readOwnConfig({ production: !development }))
  let stopping = false
  const end = () => {
    if (stopping) return
    stopping = true
    // Whatever hangs, the process ends in time; what it held is taken up by the next one.
    setTimeout(() => process.exit(0), 9500).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

main().catch((error: unknown) => {
  if (error instanceof ConfigInvalid) console.error(error.message)
  else console.error(error)
  process.exit(1)
})
