import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { eq } from 'drizzle-orm'
import express from 'express'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chatTenants, memberIdentities, members } from '#db/schema/firms.ts'
import { events } from '#db/schema/delivery.ts'
import { connectChat } from '#core/firms/connect-chat.ts'
import { createFirm } from '#core/firms/create-firm.ts'
import { makeInstallLink } from '#core/firms/make-install-link.ts'
import { testOffice, type TestOffice } from '../office/test-office.ts'
import { granted, installBrowser, type InstallBrowser } from './install-app.ts'
import { slackUser, type SlackUser } from './slack-user.ts'
import { startSlackApi, type SlackApi } from './start-slack-api.ts'
import { slackApp } from './workspace.ts'
import { startSlack, type SlackDoor } from '#bot/slack/start.ts'

const tenant = slackApp.teamId
const signingSecret = 'a-signing-secret-that-only-tests-know'

let api: SlackApi
let office: TestOffice
let door: SlackDoor
let server: Server
let baseUrl: string
let browser: InstallBrowser
let firmId: string

beforeEach(async () => {
  api = await startSlackApi()
  office = await testOffice({
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_CLIENT_ID: slackApp.clientId,
    SLACK_CLIENT_SECRET: slackApp.clientSecret,
    SLACK_API_URL: api.apiUrl,
  })
  door = startSlack(office)
  server = createServer(express().use(door.handler)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  browser = installBrowser(api, baseUrl)
  firmId = await newFirm('Estudio Rojas')
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await door.close()
  await api.stop()
})

async function newFirm(name: string) {
  const wish = { name, locale: 'es-CL', timeZone: 'America/Santiago' } as const
  return (await createFirm(office, wish)).firmId
}

async function linkFor(firm: string) {
  const { url } = await makeInstallLink(office, { by: { kind: 'system', firmId: firm } })
  return new URL(url).pathname
}

async function workspaces() {
  return office.db.read.select().from(chatTenants)
}

async function happened(kind: string) {
  return office.db.read.select().from(events).where(eq(events.kind, kind))
}

const person = (name: string): SlackUser => slackUser(api, name, { baseUrl, signingSecret })

test('a link lets the app into a workspace of its firm, once, and the token is kept encrypted', async () => {
  const link = await linkFor(firmId)
  const offered = await browser.open(link)
  expect(offered.text).toContain('Estudio Rojas')
  expect(offered.policy).toMatch(/^default-src 'none'; style-src 'nonce-/)
  const asked = await browser.goOn(link)
  expect(asked.searchParams.get('scope')).toContain('users:read.email')
  const page = await browser.allow(asked, 'camila')
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('Despacho quedó instalado')])
  const [workspace, ...others] = await workspaces()
  expect(others).toEqual([])
  expect(workspace).toMatchObject({ firmId, tenant, installedBy: api.userId('camila') })
  expect(workspace?.botToken).not.toContain('xoxb')
  expect((await browser.open(link)).status).toBe(410)
})

test('whoever installed it is offered to be the first admin, presses, and works', async () => {
  await browser.allow(await browser.goOn(await linkFor(firmId)), 'camila')
  const camila = person('camila')
  const offered = await camila.waitForMessage(/aún no tiene quien lo administre/)
  await camila.click(offered, 'first_admin')
  await camila.waitForMessage(/desde ahora administra Estudio Rojas/)
  const [admin, ...others] = await office.db.read.select().from(members)
  expect(others).toEqual([])
  expect(admin).toMatchObject({ role: 'admin', name: 'Camila Rojas', email: 'camila@estudio.example' })
  await camila.command('/despacho', 'ayuda')
  await camila.waitForMessage(/Qué puede hacer/)
  expect(api.violations).toEqual([])
})

test('nobody but who installed it is offered that, and nobody twice', async () => {
  await browser.allow(await browser.goOn(await linkFor(firmId)), 'camila')
  const [camila, joao] = [person('camila'), person('joao')]
  await joao.command('/despacho')
  await joao.waitForMessage(/Seu identificador no Slack é/)
  const offered = await camila.waitForMessage(/aún no tiene quien lo administre/)
  await camila.click(offered, 'first_admin')
  await camila.repeat()
  await camila.waitForMessage(/desde ahora administra/)
  expect(await office.db.read.select().from(memberIdentities)).toHaveLength(1)
  expect(await happened('memberLinked')).toHaveLength(1)
})

test('a state serves once, in the browser that began, and for ten minutes', async () => {
  const link = await linkFor(firmId)
  const asked = await browser.goOn(link)
  const stranger = installBrowser(api, baseUrl)
  expect((await stranger.allow(asked, 'joao')).status).toBe(400)
  expect(await workspaces()).toEqual([])
  office.later({ minutes: 11 })
  expect((await browser.allow(asked, 'camila')).status).toBe(400)
  expect((await browser.allow(await browser.goOn(link), 'camila')).status).toBe(200)
  expect((await browser.reload()).status).toBe(400)
  expect(await happened('chatConnected')).toHaveLength(1)
})

test('who would rather not is told that nothing was installed, and the link still serves', async () => {
  const link = await linkFor(firmId)
  const page = await browser.cancel(await browser.goOn(link))
  expect(page.text).toContain('No se instaló nada')
  expect(await workspaces()).toEqual([])
  expect((await browser.allow(await browser.goOn(link), 'camila')).status).toBe(200)
})

test('a link is over after seven days, and a forged one never began', async () => {
  const link = await linkFor(firmId)
  expect((await browser.open(`${link.slice(0, -1)}${link.endsWith('a') ? 'b' : 'a'}`)).status).toBe(410)
  office.later({ days: 8 })
  const page = await browser.open(link)
  expect([page.status, page.text]).toEqual([410, expect.stringContaining('ya se usó o venció')])
})

test('a workspace of another firm is refused, and nothing of either changes', async () => {
  const other = await newFirm('Otro Estudio')
  await connectChat(office, {
    by: { kind: 'system', firmId: other },
    platform: 'slack',
    tenant,
    botToken: 'xoxb-despacho',
  })
  const [before] = await workspaces()
  const link = await linkFor(firmId)
  const page = await browser.allow(await browser.goOn(link), 'camila')
  expect([page.status, page.text]).toEqual([409, expect.stringContaining('pertenece a otro estudio')])
  expect(await workspaces()).toEqual([before])
  expect((await browser.open(link)).status).toBe(200)
})

test('without a link a stranger’s workspace becomes nobody’s, and the app leaves it', async () => {
  const plain = await browser.open('/slack/install')
  expect(plain.text).toContain('se necesita un enlace de instalación')
  const page = await browser.allow(await browser.goOn('/slack/install'), 'camila')
  expect([page.status, page.text]).toEqual([403, expect.stringContaining('aún no está conectado')])
  expect(await workspaces()).toEqual([])
  expect(api.calls.at(-1)?.method).toBe('apps.uninstall')
})

test('without a link a workspace that is a firm’s already may be authorised again', async () => {
  await browser.allow(await browser.goOn(await linkFor(firmId)), 'camila')
  const [before] = await workspaces()
  expect((await browser.allow(await browser.goOn('/slack/install'), 'camila')).status).toBe(200)
  const [after, ...others] = await workspaces()
  expect(others).toEqual([])
  expect(after?.firmId).toBe(firmId)
  expect(after?.botToken).not.toBe(before?.botToken)
})

test('letting the app in again, which anybody in a workspace may, makes nobody its first admin', async () => {
  await browser.allow(await browser.goOn(await linkFor(firmId)), 'camila')
  await browser.allow(await browser.goOn('/slack/install'), 'joao')
  const joao = person('joao')
  const told = await joao.waitForMessage(/Seu identificador no Slack é/)
  expect(told.blocks.some(({ type }) => type === 'actions')).toBe(false)
  expect(await workspaces()).toMatchObject([{ installedBy: api.userId('camila') }])
})

test('a whole organisation is not a workspace; a workspace of one is kept with it', async () => {
  const link = await linkFor(firmId)
  const enterprise = { id: 'E0GRUPO', name: 'Grupo' }
  const asked = await browser.goOn(link)
  api.answer('oauth.v2.access', () => granted({ team: {}, enterprise, is_enterprise_install: true }))
  expect((await browser.allow(asked, 'camila')).text).toContain('Elija un solo espacio de trabajo')
  api.answer('oauth.v2.access', () => granted({ team: { id: 'T0EN0GRUPO' }, enterprise }))
  expect((await browser.allow(await browser.goOn(link), 'camila')).status).toBe(200)
  expect(await workspaces()).toMatchObject([{ tenant: 'T0EN0GRUPO', enterprise: 'E0GRUPO' }])
})

test('what goes wrong at Slack has a number, and the pages speak the visitor’s language', async () => {
  api.answer('oauth.v2.access', () => ({ ok: false, error: 'internal_error' }))
  const brazilian = installBrowser(api, baseUrl, 'pt-BR,pt;q=0.9,en;q=0.8')
  const page = await brazilian.allow(await brazilian.goOn(await linkFor(firmId)), 'joao')
  expect([page.status, page.text]).toEqual([
    502,
    expect.stringMatching(/informe este número.*: [a-z2-7]{8}\./),
  ])
  expect((await installBrowser(api, baseUrl, 'en-GB').open('/slack/install')).text).toContain(
    '<html lang="en">',
  )
})

test('a link that was used up in between lets the app into nobody’s workspace, and it leaves', async () => {
  const link = await linkFor(firmId)
  const stranger = installBrowser(api, baseUrl)
  const asked = await stranger.goOn(link)
  expect((await browser.allow(await browser.goOn(link), 'camila')).status).toBe(200)
  api.answer('oauth.v2.access', () => granted({ team: { id: 'T0STRANGER' } }))
  api.answer('apps.uninstall', () => ({ ok: true }))
  expect((await stranger.allow(asked, 'joao')).status).toBe(410)
  expect(await workspaces()).toMatchObject([{ tenant, firmId }])
  expect(api.calls.at(-1)?.method).toBe('apps.uninstall')
})

test('the firm’s own workspace keeps the app when a second tab comes back with the link', async () => {
  const link = await linkFor(firmId)
  const second = installBrowser(api, baseUrl)
  const asked = await second.goOn(link)
  expect((await browser.allow(await browser.goOn(link), 'camila')).status).toBe(200)
  expect((await second.allow(asked, 'camila')).status).toBe(410)
  expect(api.calls.map(({ method }) => method)).not.toContain('apps.uninstall')
})

test('a code that Slack does not know is nobody’s fault, and nobody may try for ever', async () => {
  api.answer('oauth.v2.access', () => ({ ok: false, error: 'invalid_code' }))
  const exchanges = () => api.calls.filter(({ method }) => method === 'oauth.v2.access').length
  const statuses = new Set<number>()
  for (let tries = 0; tries < 20; tries++) {
    statuses.add((await browser.allow(await browser.goOn('/slack/install'), 'joao')).status)
  }
  expect([...statuses]).toEqual([400])
  const page = await browser.allow(await browser.goOn('/slack/install'), 'joao')
  expect([page.status, page.text]).toEqual([429, expect.stringContaining('Demasiados intentos')])
  expect(exchanges()).toBe(20)
  office.later({ hours: 1 })
  expect((await browser.allow(await browser.goOn('/slack/install'), 'joao')).status).toBe(400)
})
