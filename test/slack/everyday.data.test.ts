import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { events, outbox } from '#db/schema/delivery.ts'
import { requests } from '#db/schema/communication.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { sendDigests } from '#core/reminders/send-digests.ts'
import { askFor } from '../office/ask-for.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import type { SlackView } from './open-views.ts'
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

const happened = async (matterId: string) => {
  const rows = await slack.office.db.read.select().from(events).where(eq(events.matterId, matterId))
  return rows.map((row) => row.kind)
}

const named = (callbackId: string) => (view: SlackView) => view.callback_id === callbackId

/** To whom letters leave now, besides what left before. */
async function lettersNow(): Promise<string[]> {
  return (await slack.deliver()).map(({ to }) => to.email).sort()
}

describe('in a matter of two clients', () => {
  const forms = [
    ['/novedad', { text: 'Hubo audiencia.' }],
    ['/solicitar', { title: 'Cédulas', items: 'Cédula', due: '2026-03-20' }],
  ] as const

  async function secondStep(command: string, title: string, fields: Record<string, string>) {
    const { firm } = slack
    const pedroId = await firm.addClient('Pedro Soto', `pedro.${title.length}@correo.example`)
    const clients = [firm.rosaId, pedroId]
    const matterId = await firm.addMatter({ title, clients, responsible: [lawyer.memberId] })
    await lettersNow()
    await camila.command(command, title)
    const form = await camila.waitForView((view) => visibleText(view).includes(title))
    const { view } = await camila.submit(form, fields)
    if (!view) throw new Error('no second step')
    return { matterId, view }
  }

  test.each(forms)('%s tells all of our side, unless fewer are picked', async (command, fields) => {
    const title = `Comunidad por ${command.slice(1)}`
    const { matterId, view } = await secondStep(command, title, fields)
    expect(visibleText(view)).toContain('Pedro Soto')
    expect(visibleText(view)).toContain('Rosa Fuentes')
    await camila.submit(view, { audience: ['Pedro Soto'] })
    slack.office.later({ minutes: 2 })
    expect(await lettersNow()).toEqual([`pedro.${title.length}@correo.example`])
    expect((await happened(matterId)).filter((kind) => kind !== 'matterAdded')).toHaveLength(1)
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test.each(forms)('%s to nobody is refused at the field', async (command, fields) => {
    const { matterId, view } = await secondStep(command, `Nadie por ${command.slice(1)}`, fields)
    const { body } = await camila.submit(view, { audience: [] }, { force: true })
    expect(body).toMatchObject({ response_action: 'errors', errors: { audience: expect.any(String) } })
    expect(await happened(matterId)).toEqual(['matterAdded'])
    await camila.dismiss()
  })
})

test('a request that is not needed any more is cancelled, and its client told so if the lawyer wants it', async () => {
  const { office, firm } = slack
  for (const [announce, letters] of [
    ['tell', 3],
    ['quiet', 0],
  ] as const) {
    const title = `Sobra ${announce}`
    const matterId = await firm.addMatter({
      title,
      clients: [firm.rosaId],
      responsible: [lawyer.memberId],
    })
    const requestId = await askFor(office, firm, 'Cédula\nPoder', { by: lawyer, matterId, title })
    await lettersNow()
    await camila.command('/proceso', title)
    const communication = await camila.waitForView(title)
    await camila.click(communication, 'request_menu', { near: title, option: 'Anular solicitud' })
    await camila.submit(await camila.waitForView(named('request_cancel')), { announce })
    expect(await lettersNow()).toHaveLength(letters)
    const [request] = await office.db.read.select().from(requests).where(eq(requests.id, requestId))
    expect(request?.status).toBe('cancelled')
    await camila.waitForView(
      (view) => view.callback_id === 'communication' && visibleText(view).includes('Anulada'),
    )
    await camila.dismiss()
  }
  expect(slack.api.violations).toEqual([])
})

describe('the digest of the morning', () => {
  let matterId: string
  const digest = () => camila.waitForMessage('Morosa')
  const reminders = async () => {
    const rows = await slack.office.db.read.select().from(outbox).where(eq(outbox.matterId, matterId))
    return rows.filter(({ noticeKind }) => noticeKind === 'reminder')
  }

  beforeAll(async () => {
    const { office, firm } = slack
    matterId = await firm.addMatter({
      title: 'Morosa',
      clients: [firm.rosaId],
      responsible: [lawyer.memberId],
    })
    await askFor(office, firm, 'Cédula\nPoder', {
      by: lawyer,
      matterId,
      title: 'Papeles de Morosa',
    })
    await lettersNow()
    office.later({ days: 20 })
    await sendDigests(office)
    await slack.deliver()
  })

  test('reminds at once by its button, once however often it is delivered', async () => {
    await camila.click(await digest(), 'Recordar ahora', { near: 'Papeles de Morosa' })
    await camila.repeat({ asRetry: true })
    await camila.waitForMessage('Recordatorio enviado')
    expect((await happened(matterId)).filter((kind) => kind === 'reminderSent')).toHaveLength(1)
    expect(new Set((await reminders()).map((row) => row.clientId)).size).toBe(1)
  })

  test('leaves a client in peace for a week by its button', async () => {
    await camila.click(await digest(), 'Posponer 7 días', { near: 'Papeles de Morosa' })
    await camila.repeat({ asRetry: true })
    await camila.waitForMessage(/Recordatorios pospuestos hasta el .*30 de marzo/)
    expect((await happened(matterId)).filter((kind) => kind === 'remindersSnoozed')).toHaveLength(1)
  })

  test('leads to the items, of which one is let go, once', async () => {
    await camila.click(await digest(), 'Ver ítems', { near: 'Papeles de Morosa' })
    const items = await camila.waitForView('Poder')
    await camila.click(items, 'No requerir', { near: 'Poder' })
    await camila.repeat({ asRetry: true })
    await slack.api.until(
      async () => (await happened(matterId)).includes('itemWaived') || undefined,
      'the item to be let go',
    )
    await slack.idle()
    expect((await happened(matterId)).filter((kind) => kind === 'itemWaived')).toHaveLength(1)
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })
})

test.each([
  ['a command', () => camila.command('/proceso', 'aromos'), true, 'Aromos'],
  ['a shortcut', () => camila.shortcut('settings_shortcut'), false, 'Plantillas'],
] as const)('%s that Slack wants to hear later is offered again', async (_, act, isEphemeral, wanted) => {
  slack.api.fail('views.open', { status: 429, retryAfter: 1 })
  await act()
  const late = await camila.waitForMessage(
    (message) => message.isEphemeral === isEphemeral && message.text.includes('no alcanzó a abrir'),
  )
  await camila.click(late, 'Intentar de nuevo')
  await camila.waitForView(wanted)
  await camila.dismiss()
})

test('the settings lead to the accesses of all clients', async () => {
  await camila.command('/despacho', 'ajustes')
  await camila.click(await camila.waitForView(named('settings')), 'Accesos')
  const list = await camila.waitForView(named('accesses'))
  expect(visibleText(list)).toContain('Accesos al portal')
  await camila.dismiss()
  await camila.dismiss()
  expect(slack.api.violations).toEqual([])
})
