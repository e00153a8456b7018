import { once } from 'node:events'
import { App, ExpressReceiver, LogLevel, type Logger, type types } from '@slack/bolt'
import express from 'express'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { slackUser, type SlackUser } from './slack-user.ts'
import { startSlackApi, type SlackApi } from './start-slack-api.ts'
import { visibleText } from './visible-text.ts'
import { slackApp } from './workspace.ts'

let api: SlackApi
let camila: SlackUser
let baseUrl: string
let bolt: App
let stop: () => Promise<void>

beforeEach(async () => {
  api = await startSlackApi()
  const receiver = new ExpressReceiver({ signingSecret: slackApp.signingSecret, logger: quiet })
  const { botToken, botId, botUserId, teamId } = slackApp
  bolt = new App({
    receiver,
    logger: quiet,
    clientOptions: { slackApiUrl: api.apiUrl, retryConfig: { retries: 0 } },
    authorize: async (source) => {
      if (source.teamId !== teamId) throw new Error('not installed there')
      return { botToken, botId, botUserId }
    },
  })
  const web = express()
  web.use((request, response, next) => void receiver.router(request, response, next))
  const server = web.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  camila = slackUser(api, 'camila', { baseUrl })
  stop = async () => {
    server.closeAllConnections()
    server.close()
    await api.stop()
  }
})
afterEach(() => stop())

/** Bolt reports what these tests provoke. */
const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
}

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const section = (text: string): types.SectionBlock => ({ type: 'section', text: { type: 'mrkdwn', text } })
const option = (value: string, text: string) => ({ value, text: plain(text) })
const button = (id: string, text: string, value: string): types.Button => ({
  type: 'button',
  action_id: id,
  text: plain(text),
  value,
})

function input(
  blockId: string,
  element: types.InputBlockElement,
  rest: Partial<types.InputBlock> = {},
): types.InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plain(blockId),
    element: { action_id: `${blockId}_a`, ...element },
    ...rest,
  }
}

function form(blocks: types.KnownBlock[], rest: Partial<types.ModalView> = {}): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain('Solicitar'),
    submit: plain('Enviar'),
    blocks,
    ...rest,
  }
}

/** `/despacho` opens this form, and what is sent comes back as block id → what stood in it. */
function serveForm(view: types.ModalView) {
  const sent: Record<string, unknown>[] = []
  bolt.command('/despacho', async ({ ack, client, body }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view })
  })
  bolt.view('form', async ({ ack, view: { state } }) => {
    const entries = Object.entries(state.values).map(([blockId, actions]) => [
      blockId,
      Object.values(actions)[0],
    ])
    sent.push(Object.fromEntries(entries))
    await ack()
  })
  return sent
}

test('the true Bolt takes what a person does, and nobody else', async () => {
  const heard: string[] = []
  bolt.command('/despacho', async ({ ack, body }) => {
    heard.push(`${body.user_id} ${body.text}`)
    await ack()
  })
  expect(await camila.command('/despacho', 'novedad González')).toMatchObject({ status: 200, text: '' })
  for (const forgery of ['unsigned', 'stale', 'tampered', 'wrong secret'] as const) {
    expect(await camila.command('/despacho', forgery, { forgery })).toMatchObject({ status: 401 })
  }
  expect(heard).toEqual([`${camila.id} novedad González`])
  expect(api.violations).toEqual([])
})

test('a workspace in which the app is not installed is turned away', async () => {
  bolt.command('/despacho', ({ ack }) => ack('hola'))
  const elsewhere = slackUser(api, 'esteban', { baseUrl, teamId: 'T0ELSEWHERE' })
  expect(await elsewhere.command('/despacho')).toMatchObject({ status: 401 })
})

test('a form is filled in by the names of its fields, whatever they are made of', async () => {
  const options = [option('l', 'Legible'), option('i', 'Ilegible')]
  const sent = serveForm(
    form([
      input('title', { type: 'plain_text_input', initial_value: 'Documentos' }),
      input('text', { type: 'rich_text_input' }),
      input('reason', { type: 'static_select', options }),
      input('audience', { type: 'multi_static_select', options }),
      input('announce', { type: 'checkboxes', options }, { optional: true }),
      input('kind', { type: 'radio_buttons', options, initial_option: option('l', 'Legible') }),
      input('due', { type: 'datepicker' }, { optional: true }),
      input('member', { type: 'users_select' }, { optional: true }),
      input('details', { type: 'plain_text_input', multiline: true }, { optional: true }),
    ]),
  )
  await camila.command('/despacho')
  const view = await camila.waitForView('title')
  const richText = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Hola' }] }],
  }
  const answer = await camila.submit(view, {
    text: 'Hola',
    reason: 'Ilegible',
    audience: ['l', 'Ilegible'],
    announce: ['l'],
    due: '2026-12-01',
  })
  expect(answer).toMatchObject({ status: 200, errors: {}, view: undefined })
  expect(sent).toMatchObject([
    {
      title: { type: 'plain_text_input', value: 'Documentos' },
      text: { type: 'rich_text_input', rich_text_value: richText },
      reason: { selected_option: option('i', 'Ilegible') },
      audience: { selected_options: options },
      announce: { selected_options: [option('l', 'Legible')] },
      kind: { selected_option: option('l', 'Legible') },
      due: { selected_date: '2026-12-01' },
      member: { selected_user: null },
      details: { value: null },
    },
  ])
  expect(api.violations).toEqual([])
})

test('Slack lets no empty form go, but somebody could', async () => {
  const sent = serveForm(form([input('title', { type: 'plain_text_input' })]))
  await camila.command('/despacho')
  const view = await camila.waitForView('title')
  await expect(camila.submit(view)).rejects.toThrow('title is empty')
  expect(await camila.submit(view, {}, { force: true })).toMatchObject({ status: 200 })
  expect(sent).toMatchObject([{ title: { value: null } }])
})

test('a type-ahead is asked, chosen from and sent on', async () => {
  const asked: string[] = []
  const select = { type: 'external_select' as const, min_query_length: 0 }
  const sent = serveForm(form([input('matter', select, { dispatch_action: true })]))
  bolt.options('matter_a', async ({ ack, payload }) => {
    asked.push(payload.value)
    await ack({ options: [option('m1', 'Pérez con Banco'), option('m2', 'Herencia Rojas')] })
  })
  bolt.action('matter_a', async ({ ack, action }) => {
    asked.push(`${action.type} told`)
    await ack()
  })
  await camila.command('/despacho')
  const view = await camila.waitForView('matter')
  expect(await camila.suggest(view, 'matter', 'rojas')).toHaveLength(2)
  await camila.submit(view, { matter: 'herencia' })
  expect(asked).toEqual(['rojas', 'herencia', 'external_select told'])
  expect(sent).toMatchObject([{ matter: { selected_option: { value: 'm2' } } }])
  await expect(camila.fillIn(view, { matter: 'Nadie' })).rejects.toThrow('Pérez con Banco · Herencia Rojas')
  await expect(camila.fillIn(view, { asunto: 'x' })).rejects.toThrow('no field asunto, but: matter')
})

test('a second step, a refusal and a way back work as in the window', async () => {
  const second = form([section('Se avisará a Rosa Fuentes')], { callback_id: 'second' })
  bolt.command('/despacho', async ({ ack, client, body }) => {
    await ack()
    const opened = await client.views.open({
      trigger_id: body.trigger_id,
      view: form([section('Un momento')], { submit: plain('…') }),
    })
    const view = form([input('title', { type: 'plain_text_input' })])
    await client.views.update({ view_id: String(opened.view?.id), hash: String(opened.view?.hash), view })
  })
  bolt.view('form', async ({ ack, view }) => {
    const title = view.state.values.title?.title_a?.value
    if (title === 'mala') return ack({ response_action: 'errors', errors: { title: 'No puede ser' } })
    return ack({ response_action: title === 'encima' ? 'push' : 'update', view: second })
  })
  bolt.view('second', ({ ack }) => ack({ response_action: 'clear' }))

  await camila.command('/despacho')
  const view = await camila.waitForView('title')
  expect(await camila.submit(view, { title: 'mala' })).toMatchObject({
    errors: { title: 'No puede ser' },
    view: { id: view.id },
  })
  const pushed = await camila.submit(view, { title: 'encima' })
  expect(pushed.view).toMatchObject({
    callback_id: 'second',
    previous_view_id: view.id,
    root_view_id: view.id,
  })
  await camila.dismiss()
  expect(camila.view()).toMatchObject({ id: view.id })
  const updated = await camila.submit(view, { title: 'buena' })
  expect(updated.view).toMatchObject({ id: view.id, callback_id: 'second' })
  expect(updated.view && visibleText(updated.view)).toContain('Se avisará a Rosa Fuentes')
  expect(updated.view && (await camila.submit(updated.view)).view).toBeUndefined()
  expect(api.calls.map(({ method }) => method)).toEqual([
    'views.open',
    'views.update',
    'response_action',
    'response_action',
  ])
  expect(api.violations).toEqual([])
})

test('what is typed stays when the app changes the form around it', async () => {
  const field = input('title', { type: 'plain_text_input' })
  const sent = serveForm(
    form([field, { type: 'actions', block_id: 'more', elements: [button('add', 'Otra', '1')] }]),
  )
  bolt.action('add', async ({ ack, client, body }) => {
    await ack()
    const id = body.type === 'block_actions' ? body.view?.id : undefined
    await client.views.update({ view_id: String(id), view: form([section('Una más'), field]) })
  })
  await camila.command('/despacho')
  const view = await camila.waitForView('title')
  await camila.fillIn(view, { title: 'Documentos' })
  await camila.click(view, 'Otra')
  const changed = await camila.waitForView('Una más')
  await camila.submit(changed)
  expect(sent).toMatchObject([{ title: { value: 'Documentos' } }])
})

test('buttons are found by their words, near what they belong to', async () => {
  const clicked: unknown[] = []
  bolt.action(/./, async ({ ack, client, body, action }) => {
    await ack()
    clicked.push(action)
    if (body.type !== 'block_actions' || !('value' in action)) return
    const { channel, message } = body
    await client.chat.update({
      channel: String(channel?.id),
      ts: String(message?.ts),
      text: 'Listo',
      blocks: [section('Listo')],
    })
  })
  const row = (item: string): types.KnownBlock => ({
    type: 'actions',
    elements: [
      button('approve', 'Aprobar', item),
      { type: 'overflow', action_id: 'more', options: [option('x', 'Ver')] },
    ],
  })
  const blocks = [section('Cédula'), row('i1'), section('Poder'), row('i2')]
  await bolt.client.chat.postMessage({
    token: slackApp.botToken,
    channel: camila.id,
    text: 'Llegaron 2',
    blocks,
  })
  const message = await camila.waitForMessage('Cédula')
  await camila.click(message, 'more', { option: 'Ver' })
  expect(await camila.click(message, 'Aprobar', { near: 'Poder' })).toMatchObject({ status: 200 })
  await camila.click(message, /aprobar/i)
  expect(clicked).toMatchObject([
    { type: 'overflow', selected_option: { value: 'x' } },
    { type: 'button', action_id: 'approve', value: 'i2', text: { text: 'Aprobar' } },
    { value: 'i1' },
  ])
  const now = await camila.waitForMessage('Listo')
  expect(now.ts).toBe(message.ts)
  await expect(camila.click(now, 'Aprobar')).rejects.toThrow('no Aprobar to click, but: nothing at all')
  await expect(camila.click(message, 'Borrar')).rejects.toThrow('Aprobar · more')
})

test('what is said to one person only is seen by nobody else', async () => {
  bolt.command('/despacho', async ({ ack, respond, client, body }) => {
    await ack('Un momento')
    await respond('Por la dirección de respuesta')
    await client.chat.postEphemeral({ channel: body.channel_id, user: body.user_id, text: 'Solo usted' })
    await respond({ response_type: 'in_channel', text: 'Para todos' })
  })
  const causas = api.channelId('causas')
  await camila.command('/despacho', '', { in: causas })
  await camila.waitForMessage('Solo usted')
  await camila.waitForMessage('Para todos', { in: causas })
  expect(camila.whispers().map(({ text }) => text)).toEqual([
    'Un momento',
    'Por la dirección de respuesta',
    'Solo usted',
  ])
  expect(slackUser(api, 'joao', { baseUrl }).whispers()).toEqual([])
})

test('a button answers in place of its message, by response address', async () => {
  bolt.action('approve', async ({ ack, respond }) => {
    await ack()
    await respond({ replace_original: true, text: 'Aprobado' })
  })
  const row: types.KnownBlock = { type: 'actions', elements: [button('approve', 'Aprobar', 'i1')] }
  await bolt.client.chat.postMessage({
    token: slackApp.botToken,
    channel: camila.id,
    text: 'Llegó',
    blocks: [row],
  })
  await camila.click(await camila.waitForMessage('Aprobar'), 'Aprobar')
  await camila.waitForMessage(({ text, isEdited }) => text === 'Aprobado' && isEdited)
  expect(await camila.inbox()).toHaveLength(1)
})

test('the very same request comes again, with and without the marks of a retry', async () => {
  const heard: unknown[] = []
  bolt.event('app_home_opened', async ({ event, context, body }) => {
    heard.push([body.event_id, event.user, context.retryNum])
  })
  await camila.event({ type: 'app_home_opened', user: camila.id, tab: 'home' }, { id: 'Ev1' })
  await camila.repeat()
  await camila.repeat({ asRetry: true })
  await api.until(() => (heard.length === 3 ? heard : undefined), 'three events')
  expect(heard).toEqual([
    ['Ev1', camila.id, undefined],
    ['Ev1', camila.id, undefined],
    ['Ev1', camila.id, 1],
  ])
})

test('a shortcut starts from a message', async () => {
  const heard: unknown[] = []
  bolt.shortcut('new_news', async ({ ack, shortcut, client }) => {
    await ack()
    if (shortcut.type === 'message_action') heard.push(shortcut.message.text)
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form([section('Novedad')]) })
  })
  await bolt.client.chat.postMessage({ token: slackApp.botToken, channel: camila.id, text: 'Llegó' })
  await camila.messageShortcut('new_news', await camila.waitForMessage('Llegó'))
  await camila.waitForView('Novedad')
  expect(heard).toEqual(['Llegó'])
})

test('an app that breaks the rules of the window is told so', async () => {
  const tooMany = Array.from({ length: 101 }, (_, index) => option(`m${index}`, 'Causa'))
  bolt.command('/despacho', async ({ ack, client, body }) => {
    await ack({ response_type: 'ephemeral', blocks: [section('Un momento')] })
    const view = form([input('matter', { type: 'external_select' })], {
      callback_id: 'too_long',
      title: plain('a'.repeat(25)),
    })
    await client.views.open({ trigger_id: body.trigger_id, view })
  })
  bolt.options('matter_a', ({ ack }) => ack({ options: tooMany }))
  bolt.view('too_long', ({ ack }) => ack({ response_action: 'errors', errors: { asunto: 'No existe' } }))
  await camila.command('/despacho')
  await camila.submit(await camila.waitForView('matter'), { matter: 'm1' })
  expect(api.violations).toEqual([
    '/despacho text: missing: notifications and screen readers would say nothing',
    'views.open too_long title: 25 characters, at most 24',
    'options for matter options: 101, at most 100',
    'errors name asunto, which is no input of the view',
  ])
})

test('an app that leaves Slack waiting is told so', async () => {
  bolt.action('approve', () => Promise.resolve())
  const row: types.KnownBlock = { type: 'actions', elements: [button('approve', 'Aprobar', 'i1')] }
  await bolt.client.chat.postMessage({
    token: slackApp.botToken,
    channel: camila.id,
    text: 'Llegó',
    blocks: [row],
  })
  await camila.click(await camila.waitForMessage('Aprobar'), 'Aprobar')
  expect(api.violations).toEqual([
    expect.stringMatching(/^an answer took \d+ ms, at most 3000$/),
    'a request of camila was answered 404',
  ])
})
