import { afterAll, beforeAll, expect, test } from 'vitest'
import { news } from '#db/schema/communication.ts'
import { addMember } from '#core/members/add-member.ts'
import { lawFirm, tenant } from '../office/law-firm.ts'
import { testOffice, type TestOffice } from '../office/test-office.ts'
import { slackUser, type SlackUser } from './slack-user.ts'
import { startSlackApi, type SlackApi } from './start-slack-api.ts'
import { startSocketMode, type SocketMode } from './start-socket-mode.ts'
import { until } from '../until.ts'
import { startSlack, type SlackDoor } from '#bot/slack/start.ts'

const appToken = 'xapp-1-despacho'

let api: SlackApi
let socket: SocketMode
let office: TestOffice
let door: SlackDoor
let camila: SlackUser

beforeAll(async () => {
  api = await startSlackApi()
  socket = await startSocketMode(api, appToken)
  office = await testOffice({
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: api.apiUrl,
    SLACK_SIGNING_SECRET: '',
  })
  const firm = await lawFirm(office)
  camila = slackUser(api, 'camila', { baseUrl: 'http://127.0.0.1:1', socket })
  await addMember(office, {
    by: firm.system,
    name: 'Camila Rojas',
    email: 'camila.rojas@estudio.example',
    role: 'lawyer',
    identities: [{ platform: 'slack', tenant, userId: camila.id }],
  })
  door = startSlack(office)
  await connected(1)
})
afterAll(async () => {
  await door.close()
  await socket.stop()
  await api.stop()
})

const connected = (times: number) =>
  until(() => (socket.opened() >= times && socket.isConnected()) || undefined, `connection ${times}`, 20_000)

test('a lawyer publishes news over a socket as over HTTP: command, search, form and confirmation', async () => {
  await camila.command('/novedad')
  const form = await camila.waitForView('matter')
  const [found] = await camila.suggest(form, 'matter', 'aromos')
  expect(found?.text.text).toContain('Los Aromos')
  const preview = await camila.submit(form, { matter: 'aromos', text: 'La audiencia es el lunes.' })
  expect(preview.view?.callback_id).toBe('news_confirm')
  await camila.submit(preview.view ?? form)
  const stored = await until(async () => (await office.db.read.select().from(news))[0], 'the news')
  expect(JSON.stringify(stored.body)).toContain('La audiencia es el lunes.')
  expect(api.violations).toEqual([])
})

test('when Slack asks to change connections another is opened at once, and nothing is lost', async () => {
  const before = socket.opened()
  socket.askToReconnect()
  await connected(before + 1)
  await camila.command('/despacho', 'ayuda')
  await camila.waitForMessage(/Qué puede hacer/)
})

test('a connection that is cut without a word is opened anew, and what was not acknowledged comes again', async () => {
  const before = socket.opened()
  const said = camila.whispers().length
  socket.cut()
  await camila.command('/despacho', 'ayuda')
  await until(() => camila.whispers().length > said || undefined, 'an answer')
  expect(socket.opened()).toBe(before + 1)
})

test('while Slack is away it is tried again until it is back', async () => {
  const before = socket.opened()
  await api.refuseConnections()
  socket.cut()
  await until(() => !socket.isConnected() || undefined, 'the cut')
  await api.acceptConnections()
  await connected(before + 1)
})

test('pings are answered', async () => {
  const before = socket.pongs()
  socket.ping()
  await until(() => socket.pongs() > before || undefined, 'a pong')
})

test('a stop lets what has begun finish and acknowledges it; then the socket is closed', async () => {
  const held = api.withhold('views.open')
  const asked = camila.command('/novedad')
  await held.arrived
  const closed = door.close()
  expect(socket.isConnected()).toBe(true)
  held.release()
  await closed
  expect((await asked).status).toBe(200)
  await until(() => !socket.isConnected() || undefined, 'the end of the connection')
  expect(camila.view()?.callback_id).toBe('news')
})
