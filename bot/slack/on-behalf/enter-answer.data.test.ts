import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#core/members/actor.ts'
import { enterAnswer } from '#core/replies/handing-in/enter-answer.ts'
import { openFile } from '#core/replies/files/open-file.ts'
import { requestForClient } from '#core/requests/request-for-client.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { refusal } from '#test/office/refusal.ts'
import { firmInSlack, type FirmInSlack } from '#test/slack/firm-in-slack.ts'
import type { SlackView } from '#test/slack/open-views.ts'
import type { SlackUser } from '#test/slack/slack-user.ts'
import { visibleText } from '#test/slack/visible-text.ts'

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

/** Papers are asked for in a matter of their own; Camila opens the form for what came by another road. */
async function opened(title: string, items: string, more: string[] = []) {
  const { office, firm } = slack
  const clients = [firm.rosaId, ...more]
  const matterId = await firm.addMatter({ title, clients, responsible: [lawyer.memberId] })
  const requestId = await askFor(office, firm, items, { matterId })
  await slack.deliver()
  await camila.command('/proceso', title.toLowerCase())
  const list = await camila.waitForView(title)
  await camila.click(list, 'Ingresar respuesta')
  const form = await camila.waitForView((view: SlackView) => view.callback_id === 'answer_enter')
  return { matterId, requestId, form }
}

describe('what a client sent to the lawyer by another road', () => {
  test('counts as theirs, marked so, and its files are kept', async () => {
    const { office, firm } = slack
    const { requestId, form } = await opened('Celular de Rosa', 'Cédula\nContrato')
    const file = slack.api.putFile('foto cédula.pdf', '%PDF-1.4 por whatsapp')
    const saving = await camila.submit(form, { item: 'Cédula', road: 'whatsapp', files: file })
    expect(visibleText(saving.view ?? {})).toContain('Guardando los archivos')
    await camila.waitForView('Quedó ingresada la respuesta a «Cédula»')
    const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa.celular@correo.example' })
    const [item] = (await requestForClient(office, session, requestId)).items
    expect(item).toMatchObject({
      status: 'received',
      answers: [{ via: 'member', road: 'whatsapp', files: [{ name: 'foto cédula.pdf' }] }],
    })
    const { read } = await openFile(office, session, item?.answers[0]?.files[0]?.id ?? '')
    expect(await read().toArray()).toEqual([Buffer.from('%PDF-1.4 por whatsapp')])
    const letters = await slack.deliver()
    expect(letters.map((letter) => letter.kind)).toEqual(['accessInvite'])
    const told = await camila.waitForMessage('Celular de Rosa')
    expect(visibleText(told)).toContain('Llegó por WhatsApp; ingresado por Camila Rojas')
    await camila.click(told, 'Aprobar')
    await slack.api.until(
      async () => (await itemCalled(office, requestId, 'Cédula')).status === 'approved' || undefined,
      'an approval',
    )
    expect(slack.api.violations).toEqual([])
  })

  test('is receipted only where the member says so', async () => {
    const { form } = await opened('Mesón de Rosa', '¿Estado civil?')
    await camila.submit(form, { road: 'counter', answer: 'Viuda', receipt: ['send'] })
    await camila.waitForView('Quedó ingresada')
    const letters = await slack.deliver()
    expect(letters).toMatchObject([{ kind: 'receipt', to: { email: 'rosa@correo.example' } }])
  })

  test('is entered once, however often Slack says so', async () => {
    const { office } = slack
    const { requestId, form } = await opened('Repetida de Rosa', 'Cédula')
    const before = (await office.files.list('files')).length
    const files = slack.api.putFile('una.pdf', '%PDF-1.4 una')
    await camila.submit(form, { road: 'mail', files })
    await camila.waitForView('Quedó ingresada')
    await camila.repeat()
    await slack.api.until(
      async () => (await office.files.list('files')).length === before + 1 || undefined,
      'what was stored twice to be dropped',
    )
    expect((await itemCalled(office, requestId, 'Cédula')).status).toBe('received')
  })

  test('belongs to the one of several clients who is named', async () => {
    const ema = await slack.firm.addClient('Ema Fuentes', 'ema.fuentes@correo.example')
    const { requestId, form } = await opened('Entre hermanas', 'Cédula', [ema])
    await camila.submit(form, { whose: 'Ema Fuentes', road: 'other', answer: 'La tengo conmigo' })
    await camila.waitForView('Quedó ingresada')
    const { office, firm } = slack
    const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa.hermana@correo.example' })
    const [item] = (await requestForClient(office, session, requestId)).items
    expect(item).toMatchObject({ byCoClient: true, answers: [] })
  })

  test('needs a file or words, and a file that Slack gives', async () => {
    const { form, requestId } = await opened('Vacía de Rosa', 'Cédula')
    const nothing = await camila.submit(form, { road: 'mail' })
    expect(nothing.errors).toHaveProperty('answer')
    const gone = {
      ...slack.api.putFile('perdida.pdf', 'x'),
      url_private_download: `${slack.api.apiUrl}../files-pri/F999/download`,
    }
    await camila.submit(form, { road: 'mail', files: gone })
    await camila.waitForView('Slack no entregó «perdida.pdf»')
    expect((await itemCalled(slack.office, requestId, 'Cédula')).status).toBe('pending')
  })

  test('is never fetched from anywhere but Slack', async () => {
    const { form, requestId } = await opened('Lejana de Rosa', 'Cédula')
    const elsewhere = {
      ...slack.api.putFile('lejana.pdf', 'x'),
      url_private_download: 'https://mal.example/x',
    }
    await camila.submit(form, { road: 'mail', files: elsewhere })
    await camila.waitForView('Slack no entregó «lejana.pdf»')
    expect((await itemCalled(slack.office, requestId, 'Cédula')).status).toBe('pending')
  })

  test('is refused for who was not asked, and for what is settled; nothing stays stored', async () => {
    const { office, firm } = slack
    const { requestId } = await opened('Cerrada de Rosa', 'Cédula')
    const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
    const stranger = await firm.addClient('Otra Persona', 'otra.persona@correo.example')
    const before = (await office.files.list('files')).length
    const wish = { by: lawyer, itemId, road: 'mail', receipt: false } as const
    const entering = (clientId: string) =>
      refusal(enterAnswer(office, { ...wish, clientId, files: [upload('x.pdf')] }))
    expect(await entering(stranger)).toBe('not_found')
    const outsider = { ...lawyer, memberId: firm.ana.memberId, firmId: 'another' }
    expect(
      await refusal(enterAnswer(office, { ...wish, by: outsider, clientId: firm.rosaId, files: [] })),
    ).toMatch(/not_found|not_a_member/)
    expect((await office.files.list('files')).length).toBe(before)
  })
})
