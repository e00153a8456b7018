import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { answers, files } from '#db/schema/replies.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { leaveFirm } from '#core/members/leave-firm.ts'
import { handOver } from '#core/members/hand-over.ts'
import { waiveItem } from '#core/requests/waive-item.ts'
import { tidy } from '#core/tidy.ts'
import { askFor, itemCalled } from '../office/ask-for.ts'
import { itemForm } from '../office/item-form.ts'
import { plainBrowser } from '../office/plain-browser.ts'
import type { FirmInSlack } from './firm-in-slack.ts'
import { firmWithPortal } from './firm-with-portal.ts'
import type { SlackView } from './open-views.ts'
import type { SlackUser } from './slack-user.ts'
import { visibleText } from './visible-text.ts'

vi.setConfig({ hookTimeout: 300_000 })

let slack: FirmInSlack
let home: string
let close: () => Promise<void>
let camila: SlackUser
let lawyer: MemberActor

beforeAll(async () => {
  ;({ slack, home, close } = await firmWithPortal())
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
})
afterAll(() => close?.())
beforeEach(() => {
  slack.api.violations.length = 0
})

const pdf = (name: string) => new File(['%PDF-1.4 por whatsapp'], name, { type: 'application/pdf' })

/** Papers are asked for; Camila picks what came and by which road, and asks for a link instead of putting files into Slack. */
async function linkFor(
  title: string,
  values: Record<string, string | string[]> = {},
  user = camila,
  by = lawyer,
) {
  const { office, firm } = slack
  const matterId = await firm.addMatter({
    title,
    clients: [firm.rosaId],
    responsible: [by.memberId],
    visibility: 'private',
  })
  const requestId = await askFor(office, firm, 'Cédula\nContrato', { by, matterId })
  await slack.deliver()
  await user.command('/proceso', title.toLowerCase())
  await user.click(await user.waitForView(title), 'answer_for')
  const form = await user.waitForView((view: SlackView) => view.callback_id === 'answer_enter')
  await user.fillIn(form, { item: 'Cédula', road: 'whatsapp', ...values })
  await user.click(user.view() ?? form, 'answer_link')
  const view = await user.waitForView((one: SlackView) => one.callback_id === 'answer_link')
  const url = /"url":"([^"]+)"/.exec(JSON.stringify(view.blocks))?.[1] ?? ''
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  return { matterId, requestId, itemId, path: new URL(url).pathname, view }
}

/** Sends the form of that page with one file, and reads the page it leads to. */
async function handIn(path: string, item: string, name = 'foto cédula.pdf') {
  const browser = plainBrowser(home)
  const sent = await browser.post(path, itemForm({ item, back: 'request' }, pdf(name)))
  return sent.location ? browser.get(sent.location) : sent
}

describe('a member’s link for what came to the counter or by WhatsApp', () => {
  test('takes a file in the member’s language, which counts as the client’s, marked so; once', async () => {
    const { requestId, itemId, path, view } = await linkFor('Celular por enlace')
    expect(visibleText(view)).toContain('sirve una sola vez')
    const page = await plainBrowser(home).get(path)
    expect(page.status).toBe(200)
    expect(page.visible).toContain('De Rosa Fuentes, recibido por WhatsApp')
    expect(page.visible).toContain('Cédula')
    expect(page.visible).not.toContain('Contrato')
    const sent = await handIn(path, itemId)
    expect(sent.status).toBe(200)
    expect(sent.visible).toContain('Quedó ingresado como respuesta de Rosa Fuentes')
    const [answer] = (await slack.office.db.read.select().from(answers)).filter(
      (one) => one.itemId === itemId,
    )
    expect(answer).toMatchObject({
      via: 'member',
      onBehalfBy: lawyer.memberId,
      onBehalfVia: 'whatsapp',
      clientId: slack.firm.rosaId,
      fromAddress: null,
    })
    expect(await slack.deliver()).toEqual([])
    const told = await camila.waitForMessage('Celular por enlace')
    expect(visibleText(told)).toContain('Llegó por WhatsApp; ingresado por Camila Rojas')
    const again = await handIn(path, itemId, 'otra.pdf')
    expect(again.visible).toContain('Quedó ingresado como respuesta')
    const kept = (await slack.office.db.read.select().from(files)).filter(
      (one) => one.requestId === requestId,
    )
    expect(kept.map((file) => file.name)).toEqual(['foto cédula.pdf'])
    expect(slack.api.calls.some(({ method }) => method.startsWith('files.'))).toBe(false)
    expect(slack.api.violations).toEqual([])
  })

  test('receipts the client only where the member says so', async () => {
    const { itemId, path } = await linkFor('Mesón por enlace', { road: 'counter', receipt: ['send'] })
    await handIn(path, itemId)
    expect(await slack.deliver()).toMatchObject([{ kind: 'receipt', to: { email: 'rosa@correo.example' } }])
  })

  test('is asked for once, however often Slack says so, and wants to know what came first', async () => {
    const { path } = await linkFor('Repetida por enlace')
    await camila.repeat()
    expect((await plainBrowser(home).get(path)).status).toBe(200)
    const { office, firm } = slack
    const matterId = await firm.addMatter({ title: 'Sin elegir', clients: [firm.rosaId] })
    await askFor(office, firm, 'Cédula\nContrato', { matterId })
    await camila.command('/proceso', 'sin elegir')
    await camila.click(await camila.waitForView('Sin elegir'), 'answer_for')
    const form = await camila.waitForView((view) => view.callback_id === 'answer_enter')
    await camila.click(form, 'answer_link')
    await camila.waitForView('Elija primero el ítem')
  })

  test('shows who asked for it, whoever hands it in', async () => {
    const { user } = await slack.join('emily', 'admin')
    const { path } = await linkFor('Pedido por otra persona', {}, user)
    expect((await plainBrowser(home).get(path)).visible).toContain(`Request from ${lawyer.name}`)
  })

  test('is good for its item alone, for half an hour, and for nobody who makes one up', async () => {
    const { requestId, itemId, path } = await linkFor('Media hora')
    const other = await itemCalled(slack.office, requestId, 'Contrato')
    expect((await handIn(path, other.id)).status).toBe(404)
    expect(
      (await plainBrowser(home).get(`${path.slice(0, -1)}${path.endsWith('a') ? 'b' : 'a'}`)).status,
    ).toBe(404)
    slack.office.later({ minutes: 31 })
    const over = await plainBrowser(home).get(path)
    expect(over.status).toBe(404)
    expect(over.visible).toContain('Pida otro desde el chat')
    expect(over.visible).not.toContain('Busque el último correo')
    expect((await handIn(path, itemId)).status).toBe(404)
    await tidy(slack.office)
    expect((await plainBrowser(home).get(path)).status).toBe(404)
    expect((await itemCalled(slack.office, requestId, 'Cédula')).status).toBe('pending')
  })

  test('asks at the moment of the upload whether its member still may', async () => {
    const { office, firm } = slack
    const { matterId, requestId, itemId, path } = await linkFor('Derecho perdido')
    await handOver(office, {
      by: firm.system,
      fromId: lawyer.memberId,
      toId: firm.ana.memberId,
      matterIds: [matterId],
    })
    expect((await handIn(path, itemId)).status).toBe(404)
    expect((await itemCalled(office, requestId, 'Cédula')).status).toBe('pending')
    const settled = await linkFor('Ya no se pide')
    await waiveItem(office, { by: lawyer, itemId: settled.itemId })
    expect((await plainBrowser(home).get(settled.path)).visible).toContain('ya no admite respuestas')
    expect((await handIn(settled.path, settled.itemId)).status).toBe(409)
    const { user, actor } = await slack.join('pedro', 'lawyer')
    const left = await linkFor('De quien se va', {}, user, actor)
    await leaveFirm(office, { by: firm.ana, memberId: actor.memberId, successorId: firm.ana.memberId })
    expect((await handIn(left.path, left.itemId)).status).toBe(404)
  })
})
