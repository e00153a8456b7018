import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import express from 'express'
import { createServer } from 'node:http'
import { pino } from 'pino'
import { addEntry } from '#core/entries/add-entry.ts'
import { mattersForClient } from '#core/matters/matters-for-client.ts'
import { publishNews } from '#core/news/publish-news.ts'
import type { Office } from '#core/office.ts'
import { buildPortalIfStale } from '#portal/build.ts'
import { createPortal } from '#portal/server.ts'
import { sessionCookieName } from '#portal/session-cookie.ts'
import { askFor } from '../office/ask-for.ts'
import { enterPortal } from '../office/enter-portal.ts'
import { lawFirm, words, type LawFirm } from '../office/law-firm.ts'
import { benchOffice } from './bench-office.ts'
import { figure, median, timed } from './figure.ts'
import { fillWithMatters } from './many-matters.ts'
import { ratesOf } from './rates.ts'

const large = Number(process.env.BENCH_MATTERS ?? 100_000)
const theirs = 500
const kinds = ['court-movement', 'manual-movement', 'publication', 'document'] as const

const { office, renewStatistics, close } = await benchOffice()
const firm = await lawFirm(office)
const can = ['court-movements', 'manual-movements', 'publications', 'documents'] as const
const rosa = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example', can: [...can] })

await matterRate()
await listGrowth()
await close()

/** Requests a second for the page of a matter in which 200 things happened, against its components with constant data. */
async function matterRate(): Promise<void> {
  await letHappen(200)
  await buildPortalIfStale(pino({ level: 'silent' }))
  const cookie = `${sessionCookieName(office.config.web.baseUrl)}=${rosa.sessionToken}`
  const page = `/matters/${firm.matterId}`
  const portal = await served(await createPortal(office, { mode: 'production' }))
  const bare = await served(await constantPage(office, `${portal.url}${page}`, cookie))
  const [whole, constant] = await ratesOf([`${portal.url}${page}`, `${bare.url}${page}`], cookie)
  portal.close()
  bare.close()
  figure('portal.matter', median(whole ?? []), 'requests/s', median(constant ?? []))
}

async function letHappen(times: number): Promise<void> {
  const { camila: by, matterId } = firm
  await askFor(office, firm, 'Cédula de identidad\nContrato de arriendo\nComprobante de domicilio?', {
    dueOn: null,
  })
  for (let n = 0; n < times; n++) {
    const text = `El tribunal proveyó el escrito número ${n} y fijó una nueva fecha para la audiencia.`
    const kind = kinds[n % kinds.length] ?? 'document'
    if (n % 3 === 0) await publishNews(office, { by, matterId, body: words(text) })
    else
      await addEntry(office, { by, matterId, kind, title: `Actuación ${n}`, body: text, at: office.clock() })
  }
}

/** The same components in the same frame, by a route that looks nothing up: its loaders give what they once gave. */
async function constantPage(office: Office, url: string, cookie: string): Promise<express.RequestHandler> {
  const build = (await import(import.meta.resolve('#portal/build/server/index.js'))) as ServerBuild
  const context: AppLoadContext = {
    office,
    nonce: 'constant',
    reference: 'K7Q2-9F4D',
    browserLocale: 'es-CL',
    sessionToken: rosa.sessionToken,
    from: '127.0.0.1',
    session: () => Promise.resolve(rosa.session),
  }
  const asked: LoaderFunctionArgs = {
    context,
    params: { matter: firm.matterId },
    request: new Request(url, { headers: { cookie } }),
  }
  const constant: ServerBuild['routes'] = {}
  for (const [id, route] of Object.entries(build.routes)) {
    if (!route) continue
    const isShown = id === 'root' || route.path === 'matters/:matter'
    const data: unknown = isShown ? await route.module.loader?.(asked) : null
    constant[id] = { ...route, module: { ...route.module, loader: () => data ?? null } }
  }
  return createRequestHandler({
    build: { ...build, routes: constant },
    mode: 'production',
    getLoadContext: () => context,
  })
}

async function served(handler: express.RequestHandler): Promise<{ url: string; close: () => void }> {
  const server = createServer(express().use(handler))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What a client's list of 500 matters costs as the firm grows around them. */
async function listGrowth(): Promise<void> {
  await fillWithMatters(office, whose(firm, firm.rosaId), 0, theirs)
  await fillAround(theirs, 1000)
  await renewStatistics()
  await listCost()
  const small = await listCost()
  await fillAround(1000, large)
  await renewStatistics()
  await listCost()
  figure('portal.list-growth', await listCost(), 'ms', small)
}

async function fillAround(from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += theirs) {
    const clientId = await firm.addClient(`Cliente ${at}`, `cliente${at}@correo.example`)
    await fillWithMatters(office, whose(firm, clientId), at, Math.min(at + theirs, to))
  }
}

function whose({ firmId, camila }: LawFirm, clientId: string) {
  return { firmId, clientId, memberId: camila.memberId }
}

async function listCost(): Promise<number> {
  const each: number[] = []
  for (let round = 0; round < 30; round++) {
    each.push(await timed(() => mattersForClient(office, rosa.session)))
  }
  return median(each)
}
