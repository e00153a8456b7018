import { Router, type Request } from 'express'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { backlog } from '#core/health/backlog.ts'
import { readiness } from '#core/health/readiness.ts'
import { sameText } from '#core/keys.ts'
import type { Office } from '#core/office.ts'

/** `/healthz` (alive), `/readyz` (what it stands on answers) and `/metrics` (Prometheus; by token, or from this machine). */
export function healthRoutes(office: Office): Router {
  const routes = Router()
  const registry = metricsOf(office)
  routes.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n')
  })
  const look = sharedFor(3000, () => readiness(office))
  routes.get('/readyz', async (_request, response) => {
    const ready = await look()
    response.status(Object.values(ready).every(Boolean) ? 200 : 503).json(ready)
  })
  routes.get('/metrics', async (request, response) => {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const { metricsToken } = office.config
    const byToken = metricsToken !== null && given !== undefined && sameText(given, metricsToken)
    if (!byToken && !(metricsToken === null && isFromHere(request))) {
      response.status(404).end()
      return
    }
    response.type(registry.contentType).send(await registry.metrics())
  })
  return routes
}

const signsOfProxy = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via']

// Behind a proxy on this machine everybody comes from loopback; the proxy says so.
function isFromHere({ socket, headers }: Request): boolean {
  const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '')
  return loopback && signsOfProxy.every((name) => headers[name] === undefined)
}

function metricsOf(office: Office): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = new Gauge({
    name: 'despacho_waiting',
    help: 'Rows that wait: mails and chat messages to be delivered, mails to be read, files to be scanned',
    labelNames: ['what'],
    registers: [registry],
    async collect() {
      const { outbox, inbox, scan } = await backlog(office)
      gauge.set({ what: 'outbox' }, outbox)
      gauge.set({ what: 'inbox' }, inbox)
      gauge.set({ what: 'scan' }, scan)
    },
  })
  return registry
}

/** Asks once for everybody who wants to know within so many milliseconds: anybody may ask, and asking costs. */
function sharedFor<T>(milliseconds: number, ask: () => Promise<T>): () => Promise<T> {
  let asked: { at: number; answer: Promise<T> } | null = null
  return () => {
    if (!asked || performance.now() - asked.at > milliseconds)
      asked = { at: performance.now(), answer: ask() }
    return asked.answer
  }
}
