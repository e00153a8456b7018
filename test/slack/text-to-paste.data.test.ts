import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { clients } from '#db/schema/clients.ts'
import { events } from '#db/schema/delivery.ts'
import { write } from '#db/write.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { linksToPaste } from '#core/requests/text-to-paste.ts'
import { askFor, itemCalled } from '../office/ask-for.ts'
import { itemForm } from '../office/item-form.ts'
import { plainBrowser } from '../office/plain-browser.ts'
import type { FirmInSlack } from './firm-in-slack.ts'
import { firmWithPortal } from './firm-with-portal.ts'
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
  const phones = ['+56 9 1234 5678']
  await write(slack.office.db, (tx) =>
    tx.update(clients).set({ phones }).where(eq(clients.id, slack.firm.rosaId)),
  )
})
afterAll(() => close?.())

async function requestIn(title: string) {
  const { office, firm } = slack
  const matterId = await firm.addMatter({
    title,
    clients: [firm.rosaId],
    responsible: [lawyer.memberId],
    visibility: 'private',
  })
  return { matterId, requestId: await askFor(office, firm, 'Cédula\nContrato', { by: lawyer, matterId }) }
}

async function textFor(title: string): Promise<string> {
  await camila.command('/proceso', title.toLowerCase())
  await camila.click(await camila.waitForView(title), 'text_to_paste')
  const view = await camila.waitForView((one) => one.callback_id === 'text_to_paste')
  expect(visibleText(view)).toContain('Rosa Fuentes · +56 9 1234 5678')
  await camila.submit(view)
  return /"initial_value":"([^"]+)"/.exec(JSON.stringify(view.blocks))?.[1] ?? ''
}

test('a client who has only a telephone hands in by the link that the lawyer pastes into WhatsApp', async () => {
  const { matterId, requestId } = await requestIn('Posesión efectiva de la abuela')
  const text = await textFor('Posesión efectiva de la abuela')
  expect(text).toContain('le dejo el enlace para hacernos llegar lo que está pendiente')
  // Neutral: whoever looks at her phone learns nothing of the matter.
  expect(text).not.toMatch(/posesión|abuela|estudio|rojas|cédula|contrato/i)
  const url = new URL(/https?:\S+/.exec(text)?.[0] ?? '')
  const phone = plainBrowser(home)
  expect((await phone.get(`${url.pathname}${url.search}`)).visible).toContain('Cédula')
  // What a messenger shows of the link.
  const shown = await (await fetch(`${home}${url.pathname}${url.search}`)).text()
  expect(/<title>([^<]*)<\/title>/.exec(shown)?.[1]).toBe('Portal de clientes')
  const { id: itemId } = await itemCalled(slack.office, requestId, 'Cédula')
  const photo = new File(['%PDF-1.4 foto'], 'cédula.pdf', { type: 'application/pdf' })
  const sent = await phone.post(url.pathname, itemForm({ item: itemId, back: 'request' }, photo))
  expect([200, 302, 303]).toContain(sent.status)
  expect((await itemCalled(slack.office, requestId, 'Cédula')).status).toBe('received')
  const history = await slack.office.db.read.select().from(events).where(eq(events.matterId, matterId))
  expect(history.filter((one) => one.kind === 'linkToPasteMade')).toMatchObject([
    { actorId: lawyer.memberId, facts: { clientIds: [slack.firm.rosaId] } },
  ])
  expect(slack.api.violations).toEqual([])
})

test('is given to nobody who may not work on the matter, and for nothing that is over', async () => {
  const { office, firm } = slack
  const { requestId } = await requestIn('Reservada')
  const { actor } = await slack.join('pedro', 'lawyer')
  await expect(linksToPaste(office, { by: actor, requestId })).rejects.toMatchObject({ code: 'not_found' })
  await expect(linksToPaste(office, { by: firm.ana, requestId: 'nothing' })).rejects.toMatchObject({
    code: 'not_found',
  })
  const again = { by: lawyer, requestId, interaction: 'the same click' }
  expect(await linksToPaste(office, again)).toEqual(await linksToPaste(office, again))
  const made = await office.db.read.select().from(events).where(eq(events.subjectId, requestId))
  expect(made.filter((one) => one.kind === 'linkToPasteMade')).toHaveLength(1)
})
