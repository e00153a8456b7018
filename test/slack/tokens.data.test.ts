import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { events, outbox } from '#db/schema/delivery.ts'
import { chatTenants } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '#core/announce.ts'
import { connectChat } from '#core/firms/connect-chat.ts'
import { disconnectChat } from '#core/firms/disconnect-chat.ts'
import { installChat } from '#core/firms/install-chat.ts'
import type { Office } from '#core/office.ts'
import { createDelivery } from '#jobs/delivery.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import { visibleText } from './visible-text.ts'
import { slackApp } from './workspace.ts'
import { slackOf } from '#bot/slack/post.ts'

const tenant = slackApp.teamId
const elsewhere = 'T0SUCURSAL'

let here: FirmInSlack
let office: FirmInSlack['office']

beforeEach(async () => {
  here = await firmInSlack({ SLACK_CLIENT_ID: '1111.2222', SLACK_CLIENT_SECRET: slackApp.clientSecret })
  office = here.office
})
afterEach(() => here.close())

const happened = (kind: string) => office.db.read.select().from(events).where(eq(events.kind, kind))
/** What was told by this test, and not what admins are told of the workspace. */
const waiting = () =>
  office.db.read.select().from(outbox).where(eq(outbox.noticeKind, 'digest')).orderBy(outbox.id)

async function workspace() {
  const [row] = await office.db.read.select().from(chatTenants).where(eq(chatTenants.tenant, tenant))
  if (!row) throw new Error('the workspace is gone')
  return row
}

function connect(team: string, botToken: string | null) {
  return connectChat(office, { by: here.firm.system, platform: 'slack', tenant: team, botToken })
}

/** Something to be told to a person of the workspace; two of one subject are one message that is brought up to date. */
async function tell(name: string, subjectId: string, team: string = tenant) {
  const to = {
    memberId: here.firm.camila.memberId,
    locale: 'es-CL' as const,
    identities: [{ platform: 'slack' as const, tenant: team, userId: here.api.userId(name) }],
  }
  const notice = { kind: 'digest' as const, day: '2026-03-03' }
  const tell = [{ channel: 'chat' as const, notice, to, matterId: null, subjectId }]
  await write(office.db, (tx) => announce(office, tx, { kind: 'digestSent', by: here.firm.system, tell }))
}

/** One process that delivers what is due; what it learnt of workspaces that want rest it keeps. */
function courier(of: Office = office) {
  const delivery = createDelivery(of, { mailer: null, slack: slackOf(of) })
  return async () => {
    while (await delivery.round()) await delivery.idle()
    await delivery.close(5000)
  }
}

const posts = () => here.api.calls.filter(({ method }) => method === 'chat.postMessage')

/** A workspace whose tokens rotate: each refresh token is good once, as Slack has it. */
async function rotating(minutesLeft: number) {
  let turn = 0
  const exchanged: unknown[] = []
  here.api.answer('oauth.v2.access', ({ args }) => {
    exchanged.push(args.refresh_token)
    if (args.refresh_token !== `xoxe-${turn}`) return { ok: false, error: 'invalid_refresh_token' }
    turn += 1
    return { ok: true, access_token: `xoxb-${turn}`, refresh_token: `xoxe-${turn}`, expires_in: 43_200 }
  })
  here.api.tokens.add('xoxb-0')
  await installChat(office, {
    platform: 'slack',
    tenant,
    enterprise: null,
    tokens: {
      botToken: 'xoxb-0',
      refreshToken: 'xoxe-0',
      expiresAt: new Date(office.clock().getTime() + minutesLeft * 60_000),
    },
    installedBy: null,
    linkId: null,
  })
  return exchanged
}

async function tokensOf(offices: Office[]) {
  const asked = offices.flatMap((one) => Array.from({ length: 5 }, () => slackOf(one).clientFor(tenant)))
  return (await Promise.all(asked)).map((client) => client?.token)
}

test('a token that is about to expire is exchanged ahead of time, once, however many processes ask', async () => {
  const exchanged = await rotating(60)
  const another = { ...office, db: await openDatabase(office.config.databaseUrl) }
  const during = await tokensOf([office, another])
  expect(during.filter((token) => token !== 'xoxb-0' && token !== 'xoxb-1')).toEqual([])
  expect(exchanged).toEqual(['xoxe-0'])
  expect(new Set(await tokensOf([office, another]))).toEqual(new Set(['xoxb-1']))
  office.later({ hours: 13 })
  expect(new Set(await tokensOf([office, another]))).toEqual(new Set(['xoxb-2']))
  expect(exchanged).toEqual(['xoxe-0', 'xoxe-1'])
  await another.db.close()
})

test('while Slack does not exchange, the old token serves as long as it is good', async () => {
  await rotating(60)
  here.api.answer('oauth.v2.access', () => ({ ok: false, error: 'internal_error' }))
  expect(await tokensOf([office])).toContain('xoxb-0')
  expect((await workspace()).disconnectedAt).toBeNull()
})

test('a refresh token that is void disconnects the workspace, once', async () => {
  await rotating(-1)
  here.api.answer('oauth.v2.access', () => ({ ok: false, error: 'invalid_refresh_token' }))
  await expect(slackOf(office).clientFor(tenant)).rejects.toThrow(/not connected/)
  await expect(slackOf(office).clientFor(tenant)).rejects.toThrow(/not connected/)
  expect(await happened('chatDisconnected')).toHaveLength(1)
  expect(await workspace()).toMatchObject({ botToken: null, refreshToken: null })
})

test('a firm that puts the app out has its tokens deleted at once, and what waits does not come later', async () => {
  const { user } = await here.join('emily', 'lawyer')
  await tell('emily', 'subject-1')
  await user.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } })
  expect((await workspace()).botToken).not.toBeNull()
  await user.event({ type: 'app_uninstalled' })
  await user.event({ type: 'tokens_revoked', tokens: { oauth: [], bot: [slackApp.botUserId] } })
  await here.api.until(
    async () => (await workspace()).disconnectedAt ?? undefined,
    'the end of the connection',
  )
  expect(await workspace()).toMatchObject({ botToken: null, disconnectedBecause: 'app_uninstalled' })
  expect(await happened('chatDisconnected')).toHaveLength(1)
  expect(await waiting()).toMatchObject([{ state: 'cancelled', cancelledBecause: 'workspace disconnected' }])
  await user.command('/despacho')
  await user.waitForMessage(/no está conectado con este espacio de trabajo/)
})

describe('somebody who typed a moment ago', () => {
  const typing = async () => {
    const { firm } = here
    await firm.addMatter({ title: 'Letra por letra', clients: [firm.rosaId] })
    const { user } = await here.join('emily', 'lawyer')
    await user.command('/news')
    const form = await user.waitForView('text')
    expect(await user.suggest(form, 'matter', 'letra')).toHaveLength(1)
    expect(await user.suggest(form, 'matter', 'letra por')).toHaveLength(1)
    return { user, form }
  }

  test('finds nothing once their workspace has put the app out', async () => {
    const { user, form } = await typing()
    await user.event({ type: 'app_uninstalled' })
    await here.api.until(async () => (await workspace()).disconnectedAt ?? undefined, 'the end')
    expect(await user.suggest(form, 'matter', 'letra por letra')).toEqual([])
  })

  test('is not taken for somebody with the same id from another workspace', async () => {
    const { form } = await typing()
    const emily = here.api.workspace.people.find(({ name }) => name === 'emily')
    if (!emily) throw new Error('nobody is called emily')
    emily.teamId = 'T0FORASTERA'
    const other = here.user('emily')
    delete emily.teamId
    expect(await other.suggest(form, 'matter', 'letra por letra')).toEqual([])
  })
})

test('what Slack says late of an installation before this one changes nothing', async () => {
  const { user } = await here.join('emily', 'lawyer')
  office.later({ days: 10_000 })
  await connect(tenant, slackApp.botToken)
  await user.event({ type: 'app_uninstalled' })
  await user.command('/despacho', 'help')
  await user.waitForMessage(/What you can do/)
  expect((await workspace()).disconnectedAt).toBeNull()
})

test.each(['invalid_auth', 'token_revoked', 'account_inactive'])(
  'after %s a workspace is asked nothing more, and what waits comes when it has a new token',
  async (error) => {
    await tell('emily', 'subject-1')
    await tell('joao', 'subject-2')
    const voided = ({ token }: { token?: string }) => token === slackApp.botToken
    here.api.fail('*', { status: 200, error, times: 99, where: voided })
    const deliver = courier()
    await deliver()
    expect(await happened('chatDisconnected')).toMatchObject([{ facts: { because: error } }])
    const asked = here.api.calls.length
    office.later({ minutes: 5 })
    await deliver()
    expect(here.api.calls).toHaveLength(asked)
    expect(await waiting()).toMatchObject([{ state: 'queued' }, { state: 'queued' }])
    here.api.tokens.add('xoxb-new')
    await connect(tenant, 'xoxb-new')
    office.later({ minutes: 5 })
    await deliver()
    expect(await waiting()).toMatchObject([{ state: 'accepted' }, { state: 'accepted' }])
  },
)

test('what waited three days for a token is nobody’s news any more', async () => {
  await tell('emily', 'subject-1')
  here.api.tokens.clear()
  const deliver = courier()
  await deliver()
  office.later({ days: 4 })
  await deliver()
  expect(await waiting()).toMatchObject([{ state: 'failed', lastError: 'not connected' }])
})

test('a void token of the environment is tried no more; another one connects the workspace again', async () => {
  const withToken = (botToken: string) => {
    const { slack } = office.config
    return { ...office, config: { ...office.config, slack: slack && { ...slack, botToken } } }
  }
  await connect(tenant, null)
  await tell('emily', 'subject-1')
  await courier(withToken('xoxb-old'))()
  await expect(slackOf(withToken('xoxb-old')).clientFor(tenant)).rejects.toThrow(/not connected/)
  office.later({ minutes: 5 })
  await courier(withToken(slackApp.botToken))()
  expect(await waiting()).toMatchObject([{ state: 'accepted' }])
})

test('a workspace that Slack slows down holds up no other, is left alone so long, and keeps its order', async () => {
  here.api.tokens.add('xoxb-elsewhere')
  await connect(elsewhere, 'xoxb-elsewhere')
  await tell('emily', 'subject-1')
  await tell('emily', 'subject-1')
  await tell('joao', 'subject-2')
  await tell('joao', 'subject-3', elsewhere)
  let isSlow = true
  const slowed = ({ token }: { token?: string }) => isSlow && token === slackApp.botToken
  here.api.fail('chat.postMessage', { status: 429, retryAfter: 30, times: 99, where: slowed })
  const deliver = courier()
  await deliver()
  const [first, second, third, other] = await waiting()
  expect([first?.state, second?.state, third?.state, other?.state]).toEqual([
    ...['queued', 'queued', 'queued'],
    'accepted',
  ])
  const before = posts().length
  await tell('pedro', 'subject-4')
  await deliver()
  expect(posts()).toHaveLength(before)
  isSlow = false
  office.later({ minutes: 1 })
  await deliver()
  expect((await waiting()).map(({ state }) => state)).toEqual(Array(5).fill('accepted'))
  const inbox = await here.api.messagesIn(await here.api.dmOf('emily'))
  expect(inbox).toHaveLength(1)
})

test('the admins are told directly of a workspace that is connected, and of one that is not any more', async () => {
  const { user } = await here.join('emily', 'admin')
  const { user: lawyer } = await here.join('pedro', 'lawyer')
  await courier()()
  here.api.tokens.add('xoxb-sucursal')
  await connect(elsewhere, 'xoxb-sucursal')
  await courier()()
  const connected = await user.waitForMessage(
    `Despacho quedó conectado con el espacio de trabajo ${elsewhere}`,
  )
  expect(visibleText(connected)).not.toContain('xoxb')
  const gone = { platform: 'slack', tenant: elsewhere, because: 'app_uninstalled', forGood: true } as const
  expect(await disconnectChat(office, gone)).toBe(true)
  expect(await disconnectChat(office, gone)).toBe(false)
  await courier()()
  const off = await user.waitForMessage(`El espacio de trabajo ${elsewhere} ya no está conectado`)
  expect(visibleText(off)).toContain('se desinstaló la aplicación')
  expect(visibleText(off)).toContain('Mientras no se instale nuevamente')
  const said = (await user.inbox()).filter((one) => visibleText(one).includes(elsewhere))
  expect(said).toHaveLength(2)
  expect((await lawyer.inbox()).filter((one) => visibleText(one).includes(elsewhere))).toEqual([])
  expect(here.api.violations).toEqual([])
})

test('what became of the only workspace is told there once it is connected again', async () => {
  const { user } = await here.join('emily', 'admin')
  const gone = { platform: 'slack', tenant, because: 'invalid_auth', forGood: false } as const
  expect(await disconnectChat(office, gone)).toBe(true)
  await courier()()
  office.later({ minutes: 5 })
  await connect(tenant, slackApp.botToken)
  office.later({ minutes: 60 })
  await courier()()
  const off = await user.waitForMessage(`El espacio de trabajo ${tenant} ya no está conectado`)
  expect(visibleText(off)).toContain('Desde entonces quedó conectado nuevamente.')
  await user.waitForMessage(`Despacho quedó conectado con el espacio de trabajo ${tenant}`)
})
