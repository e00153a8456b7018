import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { communicationOf } from '#core/matters/communication.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { openFile, openFileToSign } from '#core/replies/files/open-file.ts'
import { requestForClient } from '#core/requests/request-for-client.ts'
import { reviewAnswer } from '#core/requests/review-answer.ts'
import { setExpiry } from '#core/requests/set-expiry.ts'
import { tellExpiring } from '#core/requests/tell-expiring.ts'
import { receivePaper } from '#core/requests/paper/receive-paper.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { askFor, itemCalled, itemsIn } from '#test/office/ask-for.ts'
import { enterPortal, upload, type Visit } from '#test/office/enter-portal.ts'
import { refusal } from '#test/office/refusal.ts'
import { firmInSlack, type FirmInSlack } from '#test/slack/firm-in-slack.ts'
import type { SlackView } from '#test/slack/open-views.ts'
import type { SlackUser } from '#test/slack/slack-user.ts'
import { visibleText } from '#test/slack/visible-text.ts'

let slack: FirmInSlack
let camila: SlackUser
let lawyer: MemberActor
let rosa: Visit

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  rosa = await enterPortal(slack.office, slack.firm, slack.firm.rosaId, { email: 'rosa@correo.example' })
})
afterAll(() => slack?.close())
beforeEach(async () => {
  await slack.deliver()
  slack.api.violations.length = 0
})

const newMatter = (title: string) =>
  slack.firm.addMatter({ title, clients: [slack.firm.rosaId], responsible: [lawyer.memberId] })

const named = (callbackId: string) => (view: SlackView) => view.callback_id === callbackId

/** The checklist of the one request of a matter, before Camila. */
async function checklist(title: string) {
  await camila.command('/proceso', title.toLowerCase())
  const list = await camila.waitForView(
    (view) => view.callback_id === 'communication' && visibleText(view).includes(title),
  )
  await camila.click(list, 'request_menu', { option: 'Ver ítems' })
  return camila.waitForView(named('items'))
}

async function asked(title: string, items: string) {
  const matterId = await newMatter(title)
  const requestId = await askFor(slack.office, slack.firm, items, { matterId, title: `Papeles de ${title}` })
  const seen = async () => (await requestForClient(slack.office, rosa.session, requestId)).items
  return { matterId, requestId, seen }
}

describe('a checklist that is typed', () => {
  test('says which items are paper, to be signed or recent; the letter and the edited list say so, too', async () => {
    const matterId = await newMatter('Compraventa Lira')
    await camila.command('/solicitar', 'compraventa lira')
    const form = await camila.waitForView('items')
    const items = 'Escritura (original)\nMandato (firmar)\nDominio vigente (≤ 90 días)\n¿Estado civil?'
    const second = (await camila.submit(form, { title: 'Antecedentes', items })).view
    if (!second) throw new Error('no second step')
    const said = visibleText(second)
    expect(said).toContain('1. Escritura (original en papel)')
    expect(said).toContain('2. Mandato (para firmar)')
    expect(said).toContain('3. Dominio vigente (emitido en los últimos 90 días)')
    await camila.submit(second)
    const [letter] = await slack.deliver()
    expect(letter?.kind === 'documentsRequested' && letter.request.items).toMatchObject([
      { title: 'Escritura', kind: 'paper', issuedWithinDays: null },
      { title: 'Mandato', kind: 'sign' },
      { title: 'Dominio vigente', kind: 'file', issuedWithinDays: 90 },
      { title: '¿Estado civil?', kind: 'text' },
    ])
    await camila.command('/proceso', 'compraventa lira')
    const list = await camila.waitForView('Faltan 4 de 4')
    await camila.click(list, 'request_menu', { option: 'Editar' })
    const edit = await camila.waitForView(named('request_edit'))
    expect(JSON.stringify(edit.blocks)).toContain('Escritura (original)\\nMandato (firmar)')
    await camila.submit(edit, { items: `${items}\nPoder`, announce: 'quiet' })
    const { requests } = await communicationOf(slack.office, { by: lawyer, matterId })
    const all = await itemsIn(slack.office, requests[0]?.id ?? '')
    expect(all.filter((item) => item.removedAt !== null)).toEqual([])
    expect(all.map((item) => item.kind)).toEqual(['paper', 'sign', 'file', 'text', 'file'])
    expect(slack.api.violations).toEqual([])
  })
})

describe('a paper original', () => {
  test('is taken in, kept, approved and given back; the client sees that the firm has it', async () => {
    const { requestId, seen } = await asked('Herencia Araya', 'Escritura (original)')
    const items = await checklist('Herencia Araya')
    await camila.click(items, 'item_menu', { option: 'Recibir el original' })
    await camila.submit(await camila.waitForView(named('item_receive')), { kept: 'Caja fuerte, carpeta 12' })
    const held = await camila.waitForView('Se guarda en: Caja fuerte, carpeta 12')
    expect(visibleText(held)).toContain('Lo recibió Camila Rojas')
    expect(await seen()).toMatchObject([{ status: 'received', paper: { returnedAt: null } }])
    await slack.deliver()
    const told = await camila.waitForMessage('Herencia Araya')
    expect(visibleText(told)).toContain('Llegó en persona; ingresado por Camila Rojas')
    await camila.click(told, 'Aprobar')
    await slack.api.until(
      async () => (await itemCalled(slack.office, requestId, 'Escritura')).status === 'approved' || undefined,
      'an approval',
    )
    const again = await checklist('Herencia Araya')
    await camila.click(again, 'item_menu', { option: 'Devolver el original' })
    await camila.submit(await camila.waitForView(named('item_return')), { returned: 'A doña Rosa' })
    await camila.waitForView('a: A doña Rosa')
    const [item] = await seen()
    expect(item?.paper?.returnedAt).toEqual(slack.office.now)
    expect(slack.api.violations).toEqual([])
  })

  test('is never a file, and no file is an original', async () => {
    const { requestId } = await asked('Sin papel Araya', 'Cédula')
    const { id: itemId } = await itemCalled(slack.office, requestId, 'Cédula')
    const wish = { by: lawyer, itemId, clientId: slack.firm.rosaId, keptWhere: 'Archivo' }
    expect(await refusal(receivePaper(slack.office, wish))).toBe('item_closed')
  })
})

describe('something to be signed', () => {
  test('is attached by the lawyer and read by whom it was asked of, in the portal and by the link in the mail', async () => {
    const { office } = slack
    const { requestId, seen } = await asked('Mandato Bravo', 'Mandato (firmar)')
    const [letter] = await slack.deliver()
    const items = await checklist('Mandato Bravo')
    await camila.click(items, 'item_menu', { option: 'Adjuntar lo que se firma' })
    const file = slack.api.putFile('mandato.pdf', '%PDF-1.4 mandato')
    await camila.submit(await camila.waitForView(named('item_to_sign')), { files: file })
    await camila.waitForView('El cliente ya puede descargar lo que debe firmar en «Mandato».')
    const [item] = await seen()
    expect(item?.toSign?.name).toBe('mandato.pdf')
    const fileId = item?.toSign?.id ?? ''
    expect(await (await openFile(office, rosa.session, fileId)).read().toArray()).toEqual([
      Buffer.from('%PDF-1.4 mandato'),
    ])
    const token = letter?.uploadUrl?.split('/').at(-1) ?? ''
    expect((await openFileToSign(office, fileId, token)).name).toBe('mandato.pdf')
    const other = await asked('Otro Bravo', 'Poder (firmar)')
    const [otherLetter] = await slack.deliver()
    const otherToken = otherLetter?.uploadUrl?.split('/').at(-1) ?? ''
    expect(await refusal(openFileToSign(office, fileId, otherToken))).toBe('not_found')
    const pedro = await slack.firm.addClient('Pedro Bravo', 'pedro.bravo@correo.example')
    const visit = await enterPortal(office, slack.firm, pedro, { email: 'pedro.bravo@correo.example' })
    expect(await refusal(openFile(office, visit.session, fileId))).toBe('not_found')
    expect(other.requestId).not.toBe(requestId)
    expect(slack.api.violations).toEqual([])
  })
})

describe('what expires', () => {
  test('is told three weeks before, once, and asked for again by one click', async () => {
    const { office } = slack
    const { matterId, requestId } = await asked('Vencida Cid', 'Antecedentes (≤ 60 días)')
    const { id: itemId } = await itemCalled(office, requestId, 'Antecedentes')
    await handIn(office, { by: { session: rosa.session }, itemId, files: [upload('antecedentes.pdf')] })
    const [answer] = (await requestForClient(office, rosa.session, requestId)).items[0]?.answers ?? []
    expect(await refusal(setExpiry(office, { by: lawyer, itemId, expiresOn: '2026-04-20' }))).toBe(
      'item_closed',
    )
    await reviewAnswer(office, { by: lawyer, answerId: answer?.id ?? '', verdict: 'approved' })
    const items = await checklist('Vencida Cid')
    await camila.click(items, 'item_menu', { option: 'Indicar vencimiento' })
    const form = await camila.waitForView(named('item_expiry'))
    const past = await camila.submit(form, { due: '2026-03-01' })
    expect(past.errors).toHaveProperty('due')
    await camila.submit(form, { due: '2026-04-20' })
    await camila.waitForView('Vence el lunes 20 de abril')

    office.later({ days: 26 })
    expect(await tellExpiring(office)).toBe(0)
    office.later({ days: 1 })
    expect(await tellExpiring(office)).toBe(1)
    expect(await tellExpiring(office)).toBe(0)
    await slack.deliver()
    const told = await camila.waitForMessage('Un documento vence el lunes 20 de abril')
    await camila.click(told, 'Pedirlo de nuevo')
    const request = await slack.api.until(async () => {
      const { requests } = await communicationOf(office, { by: lawyer, matterId })
      return requests.find((one) => one.id !== requestId)
    }, 'another request')
    expect(request).toMatchObject({
      dueOn: '2026-04-20',
      items: [{ title: 'Antecedentes', issuedWithinDays: 60 }],
    })
    const letters = await slack.deliver()
    expect(letters.map((letter) => letter.kind)).toContain('documentsRequested')
    const now = (await camila.inbox()).find((message) => message.ts === told.ts)
    expect(visibleText(now ?? {})).toContain('Ya se pidió de nuevo.')
    await camila.click(told, 'Pedirlo de nuevo')
    await camila.waitForMessage('Ya lo resolvió')
    expect(slack.api.violations).toEqual([])
  })
})
