import { afterEach, expect, test } from 'vitest'
import { freshDatabaseUrl } from '../databases.ts'
import { startProduct } from '../product/start-product.ts'
import { slackUser } from '../slack/slack-user.ts'
import { startSlackApi } from '../slack/start-slack-api.ts'
import { startSocketMode } from '../slack/start-socket-mode.ts'
import { slackApp } from '../slack/workspace.ts'
import { until } from '../until.ts'

const appToken = 'xapp-1-despacho'
const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

test('a firm whose server no address leads to works in Slack all the same, and a stop breaks nothing off', async () => {
  const api = await startSlackApi()
  closing.push(api.stop)
  const socket = await startSocketMode(api, appToken)
  closing.push(socket.stop)
  const env = { SLACK_APP_TOKEN: appToken, SLACK_API_URL: api.apiUrl, SLACK_BOT_TOKEN: slackApp.botToken }
  const product = await startProduct({ databaseUrl: await freshDatabaseUrl(), role: 'web', env })
  let isStopped = false
  closing.push(async () => (isStopped ? undefined : product.stop()))
  expect(product.logs).toContainEqual(expect.objectContaining({ msg: 'Slack is open', by: 'socket' }))
  expect((await fetch(`${product.baseUrl}/slack/events`, { method: 'POST' })).status).toBe(404)

  const firm = ['--name', 'Estudio Rojas', '--locale', 'es-CL', '--timezone', 'America/Santiago']
  const { firmId = '' } = await product.administer('firm', 'create', ...firm)
  await product.administer('firm', 'connect-slack', '--firm', firmId, '--team', slackApp.teamId)
  const camila = slackUser(api, 'camila', { baseUrl: product.baseUrl, socket })
  const member = ['--firm', firmId, '--name', 'Camila Rojas', '--email', 'camila@estudio.example']
  await product.administer('member', 'add', ...member, '--role', 'lawyer', '--slack', camila.chatUser)

  await until(() => socket.isConnected() || undefined, 'the connection', 30_000)
  const held = api.withhold('views.open')
  const asked = camila.command('/novedad')
  await held.arrived
  isStopped = true
  const stopped = product.stop()
  held.release()
  await stopped
  expect((await asked).status).toBe(200)
  expect(camila.view()?.callback_id).toBe('news')
  expect(socket.isConnected()).toBe(false)
  expect(api.violations).toEqual([])
}, 240_000)
