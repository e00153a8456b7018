import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { outbox } from '#db/schema/delivery.ts'
import { reminders } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { linkChannel } from '#core/matters/channels/link-channel.ts'
import { unlinkChannel } from '#core/matters/channels/unlink-channel.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { remindDue } from '#core/reminders/remind-due.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { cancelRequest } from '#core/requests/cancel-request.ts'
import { reviewAnswer } from '#core/requests/review-answer.ts'
import { waiveItem } from '#core/requests/waive-item.ts'
import { slackOf } from '#bot/slack/post.ts'
import { createDelivery, type Delivery } from '#jobs/delivery.ts'
import { communicationOf } from '#core/matters/communication.ts'
import { askFor, itemCalled, itemsIn } from '../office/ask-for.ts'
import { enterPortal, upload, type Visit } from '../office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '../office/incoming.ts'
import { firmInSlack, type FirmInSlack } from '../slack/firm-in-slack.ts'
import type { SlackMessage } from '../slack/read-messages.ts'
import type { SlackUser } from '../slack/slack-user.ts'
import { visibleText } from '../slack/visible-text.ts'
import { slackApp } from '../slack/workspace.ts'

let slack: FirmInSlack
let camila: SlackUser
let lawyer: MemberActor
let rosa: Visit
let delivery: Delivery

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  rosa = await enterPortal(slack.office, slack.firm, slack.firm.rosaId, { email: 'rosa@correo.example' })
  delivery = createDelivery(slack.office, { mailer: null, slack: slackOf(slack.office) })
})
afterAll(async () => {
  await delivery?.close(1000)
  await slack?.close()
})
beforeEach(() => {
  slack.api.violations.length = 0
})

/** All that is due by now leaves, by the worker's own hands. */
async function deliver() {
  while (await delivery.round()) await delivery.idle()
}

/** So many minutes pass, of which the worker uses each. */
async function minutesPass(minutes: number) {
  for (let minute = 0; minute < minutes; minute++) {
    slack.office.later({ minutes: 1 })
    await deliver()
  }
}

async function asked(title: string, items: string): Promise<{ matterId: string; requestId: string }> {
  const { office, firm } = slack
  const matterId = await firm.addMatter({ title, clients: [firm.rosaId], responsible: [lawyer.memberId] })
  return { matterId, requestId: await askFor(office, firm, items, { by: lawyer, matterId, title }) }
}

async function handedIn(requestId: string, item: string) {
  const { id: itemId } = await itemCalled(slack.office, requestId, item)
  await handIn(slack.office, { by: { session: rosa.session }, itemId, files: [upload(`${item}.pdf`)] })
}

async function writes(requestId: string, text: string) {
  const to = [await replyAddressOf(slack.office, 'rosa@correo.example', requestId)]
  await mailComesIn(slack.office, { from: 'rosa@correo.example', to, text })
}

/** The last reminder leaves, whatever else is planned. */
async function lastReminder(requestId: string) {
  const past = new Date(slack.office.now.getTime() - 60_000)
  await write(slack.office.db, (tx) =>
    tx.update(reminders).set({ nextAt: past, sentCount: 20 }).where(eq(reminders.requestId, requestId)),
  )
  await remindDue(slack.office)
}

async function inboxOf(title: string): Promise<SlackMessage[]> {
  return (await camila.inbox()).filter((message) => visibleText(message).includes(title))
}

async function answerOf(matterId: string, item: string): Promise<string> {
  const { requests } = await communicationOf(slack.office, { by: lawyer, matterId })
  const answerId = requests[0]?.items.find((one) => one.title === item)?.answerId
  if (!answerId) throw new Error(`no answer for ${item}`)
  return answerId
}

describe('what follows upon the first message about a request', () => {
  test('goes to its thread, while an arrival always stands by itself', async () => {
    const { requestId } = await asked('Hilo primero', 'Cédula\nPoder')
    await handedIn(requestId, 'Cédula')
    await deliver()
    await writes(requestId, '¿Me falta algo más?')
    await lastReminder(requestId)
    await deliver()
    slack.office.later({ minutes: 20 })
    await handedIn(requestId, 'Poder')
    await deliver()
    const told = await inboxOf('Hilo primero')
    const [root] = told
    expect(told.map(({ threadTs }) => threadTs ?? null)).toEqual([null, root?.ts, root?.ts, null])
    expect(visibleText(root ?? {})).toContain('Rosa Fuentes respondió 1 ítem')
    expect(visibleText(told[1] ?? {})).toContain('¿Me falta algo más?')
    expect(visibleText(told[2] ?? {})).toContain('Terminaron los recordatorios')
    expect(slack.api.violations).toEqual([])
  })

  test('is a root itself where it comes first, and what comes after hangs on it', async () => {
    const { requestId } = await asked('Hilo segundo', 'Cédula')
    await writes(requestId, 'Lo busco y le aviso.')
    await lastReminder(requestId)
    await deliver()
    const [root, later, ...others] = await inboxOf('Hilo segundo')
    expect(others).toEqual([])
    expect(root?.threadTs).toBeUndefined()
    expect(later?.threadTs).toBe(root?.ts)
  })

  test('is posted all the same when somebody has deleted the root', async () => {
    const { requestId } = await asked('Hilo cortado', 'Cédula')
    await handedIn(requestId, 'Cédula')
    await deliver()
    slack.api.fail('chat.postMessage', { status: 200, error: 'thread_not_found' })
    await writes(requestId, 'Sigo buscando.')
    await deliver()
    const told = await inboxOf('Hilo cortado')
    expect(told.map(({ threadTs }) => threadTs)).toEqual([undefined, undefined])
  })
})

describe('once a request is over', () => {
  test('fulfilled: each message says who did what, and leaves nothing to be done', async () => {
    const { requestId, matterId } = await asked('Hilo cumplido', 'Cédula\nPoder')
    await lastReminder(requestId)
    await handedIn(requestId, 'Cédula')
    await deliver()
    await reviewAnswer(slack.office, {
      by: lawyer,
      answerId: await answerOf(matterId, 'Cédula'),
      verdict: 'approved',
    })
    const poder = await itemCalled(slack.office, requestId, 'Poder')
    await waiveItem(slack.office, { by: lawyer, itemId: poder.id })
    await deliver()
    const said = (await inboxOf('Hilo cumplido')).map(visibleText)
    expect(said).toHaveLength(2)
    expect(said[0]).toContain('Ya no falta nada de lo solicitado')
    expect(said[0]).not.toContain('Recordar ahora')
    expect(said[1]).toContain('✓ Aprobado por Camila Rojas')
  })

  test('cancelled: nobody can decide any more about what had come', async () => {
    const { requestId } = await asked('Hilo anulado', 'Cédula')
    await handedIn(requestId, 'Cédula')
    await lastReminder(requestId)
    await deliver()
    await cancelRequest(slack.office, { by: lawyer, requestId, tell: false })
    await deliver()
    for (const message of await inboxOf('Hilo anulado')) {
      expect(visibleText(message)).not.toMatch(/Aprobar|Rechazar|Recordar ahora/)
    }
  })
})

describe('Slack does not answer for ten minutes', () => {
  test('and afterwards everything is there once, each thread in its order', async () => {
    const hilos = ['Corte uno', 'Corte dos']
    const requests: string[] = []
    for (const title of hilos) requests.push((await asked(title, 'Cédula\nPoder')).requestId)
    await slack.api.refuseConnections()
    for (const requestId of requests) {
      await handedIn(requestId, 'Cédula')
      await writes(requestId, 'Primero esto.')
    }
    await minutesPass(4)
    for (const requestId of requests) await writes(requestId, 'Después esto.')
    await minutesPass(6)
    await slack.api.acceptConnections()
    await minutesPass(30)
    for (const title of hilos) {
      const told = await inboxOf(title)
      expect(told.map((one) => /respondió|Primero|Después/.exec(visibleText(one))?.[0])).toEqual([
        'respondió',
        'Primero',
        'Después',
      ])
      expect(told.map(({ threadTs }) => threadTs)).toEqual([undefined, told[0]?.ts, told[0]?.ts])
    }
    expect(await waiting()).toEqual([])
    expect(slack.api.violations).toEqual([])
  })

  test('nor say whether it has taken a message, of a thread or not: there is one of each', async () => {
    const { requestId } = await asked('Corte tres', 'Cédula')
    await handedIn(requestId, 'Cédula')
    slack.api.fail('chat.postMessage', { status: 500, passOn: true })
    await minutesPass(1)
    await writes(requestId, 'En el hilo.')
    slack.api.fail('chat.postMessage', { status: 503, passOn: true, times: 2 })
    await minutesPass(15)
    const told = await inboxOf('Corte tres')
    expect(told).toHaveLength(2)
    expect(told[1]?.threadTs).toBe(told[0]?.ts)
    expect(await waiting()).toEqual([])
  })

  test('in a matter’s channel neither', async () => {
    await slack.api.inviteBot('causas')
    const channel = slack.api.channelId('causas')
    const { requestId, matterId } = await asked('Corte en canal', 'Cédula')
    const where = { platform: 'slack', tenant: slackApp.teamId, channel } as const
    await linkChannel(slack.office, { by: lawyer, matterId, where })
    slack.api.fail('*', { status: 503, times: 5 })
    await handedIn(requestId, 'Cédula')
    await writes(requestId, 'En el canal.')
    await minutesPass(3)
    slack.api.fail('chat.postMessage', { status: 500, passOn: true })
    await minutesPass(20)
    const told = (await slack.api.messagesIn(channel)).map((one) => one.text.split(' · ')[0])
    expect(told).toEqual(['Llegaron respuestas de un cliente', 'Escribió un cliente'])
    await unlinkChannel(slack.office, { by: lawyer, matterId, platform: 'slack' })
    const items = await itemsIn(slack.office, requestId)
    await waiveItem(slack.office, { by: lawyer, itemId: items[0]?.id ?? '' })
    await deliver()
    const [root] = await slack.api.messagesIn(channel)
    expect(JSON.stringify(root?.blocks)).not.toContain('"review"')
  })
})

/** What has not been posted and was not given up. */
async function waiting() {
  const rows = await slack.office.db.read.select().from(outbox).where(eq(outbox.state, 'queued'))
  return rows.filter((row) => row.channel === 'slack' && row.recipient.includes(camila.id))
}
