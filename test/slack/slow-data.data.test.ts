import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import type { types } from '@slack/bolt'
import { NotFound } from '#core/errors.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { readerFor } from '#bot/slack/reader.ts'
import { show } from '#bot/slack/show.ts'
import { slackClient } from '#bot/slack/web-client.ts'
import { communicationView } from '#bot/slack/views/communication.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import type { SlackUser } from './slack-user.ts'
import { visibleText } from './visible-text.ts'

let slack: FirmInSlack
let camila: SlackUser
let lawyer: MemberActor

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
})
afterAll(() => slack?.close())
beforeEach(() => {
  slack.api.violations.length = 0
})

const waiting = 'Un momento…'

function newMatter(title: string): Promise<string> {
  const { firm } = slack
  return firm.addMatter({ title, clients: [firm.rosaId], responsible: [lawyer.memberId] })
}

/** Slack may open a modal for three seconds after this. */
async function turnOf(user: SlackUser) {
  const client = slackClient(slack.office, [...slack.api.tokens][0])
  const reader = readerFor(slack.office, lawyer)
  const triggerId = await slack.api.inside.triggerId(user.id)
  return { office: slack.office, by: lawyer, reader, client, triggerId }
}

/** Which views were opened, laid over or changed since `from`, by what they are. */
const steps = (from: number) =>
  slack.api.calls
    .slice(from)
    .filter(({ method }) => method.startsWith('views.') && method !== 'views.publish')
    .map(({ method, args }) => [method, (args.view as types.ModalView).callback_id])

describe('what takes long to find', () => {
  test('stands where it said that it is being looked for', async () => {
    const names = slack.api.withhold('users.info', { where: ({ args }) => args.user !== camila.id })
    const elements = [{ type: 'user' as const, user_id: slack.api.userId('emily') }]
    const section = { type: 'rich_text_section' as const, elements }
    await camila.messageShortcut('message_to_news', {
      channel: slack.api.channelId('causas'),
      ts: '1772546400.000100',
      user: camila.id,
      text: '',
      blocks: [{ type: 'rich_text', elements: [section] }],
      isEdited: false,
      isEphemeral: false,
    })
    await names.arrived
    const loading = await camila.waitForView(waiting)
    expect(loading.callback_id).toBe('loading')
    names.release()
    const form = await camila.waitForView('text')
    expect(form.id).toBe(loading.id)
    expect(JSON.stringify(form.blocks)).toContain('@Emily')
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test('and cannot be had after all is refused in the same place', async () => {
    const answer = Promise.withResolvers<types.ModalView>()
    const shown = show(await turnOf(camila), answer.promise)
    const loading = await camila.waitForView(waiting)
    answer.reject(new NotFound())
    await shown
    const said = await camila.waitForView((view) => view.callback_id === 'notice')
    expect(said.id).toBe(loading.id)
    expect(visibleText(said)).not.toContain(waiting)
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test('is dropped where the person has closed what stood there', async () => {
    const answer = Promise.withResolvers<types.ModalView>()
    const turn = await turnOf(camila)
    const shown = show(turn, answer.promise)
    await camila.waitForView(waiting)
    await camila.dismiss()
    const matterId = await newMatter('Tarde para Rosa')
    answer.resolve(await communicationView(turn, { matterId }))
    await expect(shown).rejects.toThrow('not_found')
    expect(camila.view()).toBeUndefined()
  })
})

test('what is found at once is opened as it is', async () => {
  await newMatter('Pronto para Rosa')
  const from = slack.api.calls.length
  await camila.command('/proceso', 'pronto para rosa')
  const communication = await camila.waitForView('Pronto para Rosa')
  await camila.click(communication, 'Publicar novedad')
  await camila.waitForView('text')
  expect(steps(from)).toEqual([
    ['views.open', 'communication'],
    ['views.push', 'news'],
  ])
  await camila.dismiss()
  await camila.dismiss()
})

/** SQLite's readers wait for nobody, so that there is no way to hold them up. */
const isPostgres = process.env.DATABASE_URL?.startsWith('postgres') ?? false

describe.runIf(isPostgres)('while somebody holds the table of matters (PostgreSQL alone)', () => {
  beforeAll(() => newMatter('Lenta para Rosa'))

  /** Nobody reads or writes a matter until that is called. */
  async function hold(): Promise<() => Promise<void>> {
    const held = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    const holding = slack.office.db.transaction(async (tx) => {
      await (tx as unknown as { execute: (of: unknown) => Promise<unknown> }).execute(
        sql`lock table matters in access exclusive mode`,
      )
      held.resolve()
      await release.promise
    })
    await held.promise
    return () => (release.resolve(), holding)
  }

  /** What is done while nothing can be read shows that it takes a moment, and then what was asked for. */
  async function isWaitedFor(act: () => Promise<unknown>, wanted: string) {
    const release = await hold()
    await act()
    const loading = await camila.waitForView(waiting)
    await release()
    const shown = await camila.waitForView(wanted)
    expect(shown.id).toBe(loading.id)
    expect(slack.api.violations).toEqual([])
  }

  test('a command says that it takes a moment', async () => {
    await isWaitedFor(() => camila.command('/proceso', 'lenta para rosa'), 'Lenta para Rosa')
    await camila.dismiss()
  })

  test('so does a shortcut', async () => {
    await isWaitedFor(() => camila.shortcut('pending_shortcut'), 'pendiente')
    await camila.dismiss()
  })

  test('so does a click', async () => {
    await camila.command('/proceso', 'lenta para rosa')
    const communication = await camila.waitForView('Lenta para Rosa')
    await isWaitedFor(() => camila.click(communication, 'Ver como cliente'), 'Rosa Fuentes')
    await camila.dismiss()
    await camila.dismiss()
  })

  test('so does a form in which a matter is picked', async () => {
    await camila.command('/proceso')
    const form = await camila.waitForView('matter')
    await camila.fillIn(form, { matter: 'Lenta para Rosa' })
    await isWaitedFor(() => camila.submit(form), 'Publicar novedad')
    await camila.dismiss()
  })
})
