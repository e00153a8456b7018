import { webApi } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSlackApi, type SlackApi } from './start-slack-api.ts'
import { lawFirmWorkspace, slackApp } from './workspace.ts'

let api: SlackApi
let client: webApi.WebClient

beforeEach(async () => {
  api = await startSlackApi()
  client = clientWith(slackApp.botToken)
})
afterEach(() => api.stop())

function clientWith(token: string) {
  const logger = new Proxy({} as webApi.Logger, { get: () => () => undefined })
  return new webApi.WebClient(token, {
    slackApiUrl: api.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger,
  })
}

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } })
const modal = (text: string) => ({
  type: 'modal' as const,
  callback_id: 'news',
  title: plain('Novedad'),
  blocks: [section(text)],
})
const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: Error) => error.message,
  )

test('the app knows itself, and another token is nobody', async () => {
  expect(await client.auth.test()).toMatchObject({
    team_id: 'T000000001',
    user_id: 'U0DESPACHO',
    bot_id: 'B0DESPACHO',
  })
  expect(await errorOf(clientWith('xoxb-other').auth.test())).toContain('invalid_auth')
  expect(await errorOf(client.apiCall('chat.shout'))).toContain('unknown_method')
})

test('calls are kept with what was asked and answered', async () => {
  await client.chat.postMessage({ channel: api.userId('camila'), text: 'hola', blocks: [section('hola')] })
  const [call] = api.calls
  expect(call).toMatchObject({
    method: 'chat.postMessage',
    token: 'xoxb-despacho',
    status: 200,
    answer: { ok: true },
  })
  expect(call?.args.blocks).toEqual([section('hola')])
})

test('a message is read as it stands after an edit, its thread below it', async () => {
  const camila = api.userId('camila')
  const first = await client.chat.postMessage({
    channel: camila,
    text: 'Llegaron 3',
    blocks: [section('Llegaron 3')],
  })
  const channel = String(first.channel)
  await client.chat.postMessage({ channel, thread_ts: first.ts, text: 'detalle' })
  await client.chat.update({ channel, ts: String(first.ts), text: 'Aprobado', blocks: [section('Aprobado')] })
  expect(channel).toBe(await api.dmOf('camila'))
  expect(await api.messagesIn(channel)).toMatchObject([
    { text: 'Aprobado', isEdited: true, user: 'U0DESPACHO', blocks: [section('Aprobado')] },
    { text: 'detalle', isEdited: false, threadTs: first.ts },
  ])
})

test('metadata is found again by those who ask for it, and only since when they ask', async () => {
  const channel = api.channelId('causas')
  const metadata = { event_type: 'outbox', event_payload: { row: 'ob_1' } }
  const old = await client.chat.postMessage({ channel, text: 'antes' })
  const posted = await client.chat.postMessage({ channel, text: 'hola', metadata })
  await client.chat.update({ channel, ts: String(posted.ts), text: 'hola otra vez' })
  const since = { channel, oldest: old.ts, limit: 5 }
  const found = await client.conversations.history({ ...since, include_all_metadata: true })
  expect(found.messages).toMatchObject([{ text: 'hola otra vez', metadata, bot_id: 'B0DESPACHO' }])
  expect((await client.conversations.history(since)).messages?.[0]).not.toHaveProperty('metadata')
  expect((await client.conversations.history({ ...since, inclusive: true })).messages).toHaveLength(2)
  const page = await client.conversations.history({ channel, limit: 1 })
  const next = await client.conversations.history({
    channel,
    limit: 1,
    cursor: page.response_metadata?.next_cursor,
  })
  expect([page.has_more, next.has_more, next.messages?.[0]?.text]).toEqual([true, false, 'antes'])
})

test('guests, strangers, locales and shared channels show themselves', async () => {
  const user = async (name: string) =>
    (await client.users.info({ user: api.userId(name), include_locale: true })).user
  expect(await user('joao')).toMatchObject({
    locale: 'pt-BR',
    tz: 'America/Sao_Paulo',
    is_restricted: false,
    is_stranger: false,
  })
  expect(await user('guido')).toMatchObject({ is_restricted: true, is_ultra_restricted: false })
  expect(await user('ursula')).toMatchObject({ is_restricted: true, is_ultra_restricted: true })
  expect(await user('esteban')).toMatchObject({ is_stranger: true, team_id: 'T0ELSEWHERE' })
  const shared = async (name: string) =>
    (await client.conversations.info({ channel: api.channelId(name) })).channel?.is_ext_shared
  expect([await shared('causas'), await shared('con-cliente')]).toEqual([false, true])
})

test('a private channel takes the app in only when it is invited', async () => {
  const channel = api.channelId('reservado')
  expect(await errorOf(client.chat.postMessage({ channel, text: 'hola' }))).toContain('not_in_channel')
  await api.inviteBot('reservado')
  expect(await errorOf(client.chat.postMessage({ channel, text: 'hola' }))).toBe('ok')
})

test('a modal can be read back, is updated by hash, and is gone once closed', async () => {
  const camila = api.userId('camila')
  const trigger = await api.inside.triggerId(camila)
  const { view: { id: view_id = '', hash = '' } = {} } = await client.views.open({
    trigger_id: trigger,
    view: modal('cargando'),
  })
  expect(api.lastView('camila')).toMatchObject({
    id: view_id,
    callback_id: 'news',
    blocks: [section('cargando')],
  })
  await client.views.update({ view_id, hash, view: modal('lista') })
  expect(api.lastView('camila')).toMatchObject({ id: view_id, blocks: [section('lista')] })
  expect(await errorOf(client.views.update({ view_id, hash, view: modal('tarde') }))).toContain(
    'hash_conflict',
  )
  api.views.pop(camila)
  expect(await errorOf(client.views.update({ view_id, view: modal('tarde') }))).toContain('not_found')
  expect(await errorOf(client.views.open({ trigger_id: trigger, view: modal('otra') }))).toContain(
    'exchanged_trigger_id',
  )
})

test('what breaks a limit is noted though the emulator takes it', async () => {
  await client.chat.postMessage({
    channel: api.channelId('causas'),
    text: 'a',
    blocks: [section('a'.repeat(3001))],
  })
  expect(api.violations).toEqual(['chat.postMessage blocks[0].text: 3001 characters, at most 3000'])
})

test('an answer withheld after the call has done its work', async () => {
  const channel = api.channelId('causas')
  const withheld = api.withhold('chat.postMessage', { passOn: true })
  const posting = client.chat.postMessage({ channel, text: 'una vez' })
  expect((await withheld.arrived).args).toMatchObject({ text: 'una vez' })
  await api.until(async () => (await api.messagesIn(channel))[0], 'the message')
  expect(await Promise.race([posting, Promise.resolve('still waiting')])).toBe('still waiting')
  withheld.release()
  expect(await posting).toMatchObject({ ok: true })
})

test('an answer withheld before the call does nothing if the app dies meanwhile', async () => {
  const channel = api.channelId('causas')
  const withheld = api.withhold('chat.postMessage')
  const dying = new AbortController()
  const headers = { authorization: `Bearer ${slackApp.botToken}`, 'content-type': 'application/json' }
  const request = {
    method: 'POST',
    headers,
    body: JSON.stringify({ channel, text: 'nunca' }),
    signal: dying.signal,
  }
  const posting = errorOf(fetch(`${api.apiUrl}chat.postMessage`, request))
  await withheld.arrived
  dying.abort()
  await posting
  await withheld.gone
  withheld.release()
  await client.chat.postMessage({ channel, text: 'después' })
  expect(await api.messagesIn(channel)).toMatchObject([{ text: 'después' }])
})

test('Slack asks for patience, fails, or refuses, as often as it was told to', async () => {
  const post = () => errorOf(client.chat.postMessage({ channel: api.channelId('causas'), text: 'hola' }))
  api.fail('chat.postMessage', { status: 429, retryAfter: 7, times: 2 })
  expect(await post()).toContain('in 7 seconds')
  expect(await post()).toContain('in 7 seconds')
  api.fail('*', { status: 500 })
  expect(await post()).toContain('500')
  api.fail('chat.postMessage', { status: 200, error: 'channel_not_found' })
  expect(await post()).toContain('channel_not_found')
  expect(await post()).toBe('ok')
  expect(api.calls.map(({ status, answer }) => [status, answer?.ok])).toEqual([
    [429, undefined],
    [429, undefined],
    [500, undefined],
    [200, undefined],
    [200, true],
  ])
})

test('a call that fails may have been done all the same', async () => {
  const channel = api.channelId('causas')
  api.fail('chat.postMessage', { status: 500, passOn: true })
  expect(await errorOf(client.chat.postMessage({ channel, text: 'hola' }))).not.toBe('ok')
  expect(await api.messagesIn(channel)).toHaveLength(1)
})

test('Slack goes away and comes back where it was', async () => {
  await api.refuseConnections()
  expect(await errorOf(client.auth.test())).not.toBe('ok')
  await api.acceptConnections()
  expect(await client.auth.test()).toMatchObject({ ok: true })
})

test('two workspaces of one test know nothing of each other', async () => {
  const other = await startSlackApi({ ...lawFirmWorkspace, channels: [{ name: 'otra' }] })
  try {
    expect(() => other.channelId('causas')).toThrow('no channel causas')
    expect(other.userId('camila')).not.toBe(api.userId('camila'))
  } finally {
    await other.stop()
  }
})

test('waiting in vain says what for, and what the app did meanwhile', async () => {
  await client.auth.test()
  await expect(api.until(() => undefined, 'the sun', 50)).rejects.toThrow(/the sun.*auth\.test \(ok\)/)
})
