import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { outbox } from '#db/schema/delivery.ts'
import { leaveFirm } from '#core/members/leave-firm.ts'
import { write } from '#db/write.ts'
import { newId } from '#core/ids.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { askFor, itemCalled } from '../office/ask-for.ts'
import { enterPortal, upload, type Visit } from '../office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '../office/incoming.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import type { SlackView } from './open-views.ts'
import type { SlackUser } from './slack-user.ts'
import { visibleText } from './visible-text.ts'

let slack: FirmInSlack
/** A lawyer who reads Spanish, an assistant who reads Portuguese, and the admin, who reads English. */
let camila: SlackUser
let joao: SlackUser
let emily: SlackUser
let lawyer: MemberActor
let rosa: Visit

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  ;({ user: joao } = await slack.join('joao', 'assistant'))
  ;({ user: emily } = await slack.join('emily', 'admin'))
  rosa = await enterPortal(slack.office, slack.firm, slack.firm.rosaId, { email: 'rosa@correo.example' })
})
afterAll(() => slack?.close())
beforeEach(() => {
  slack.api.violations.length = 0
})

async function openHome(user: SlackUser, wanted: string | RegExp): Promise<SlackView> {
  await user.event({ type: 'app_home_opened', user: user.id, channel: 'D0HOME', tab: 'home' })
  return seeHome(user, wanted)
}

function seeHome(user: SlackUser, wanted: string | RegExp): Promise<SlackView> {
  const look = () => {
    const view = slack.api.views.home(user.id)
    return view && visibleText(view).match(wanted) ? view : undefined
  }
  return slack.api.until(look, `${user.name} to see a home with ${String(wanted)}`)
}

async function newMatter(title: string): Promise<string> {
  const { firm } = slack
  return firm.addMatter({ title, clients: [firm.rosaId], responsible: [lawyer.memberId] })
}

/** Rosa hands in what was asked of her; gives back the request's id. */
async function handedIn(matterId: string, title: string): Promise<string> {
  const { office, firm } = slack
  const requestId = await askFor(office, firm, 'Cédula', { by: lawyer, matterId, title })
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  await handIn(office, { by: { session: rosa.session }, itemId, files: [upload('cedula.pdf')] })
  return requestId
}

describe('the home of a member', () => {
  test('shows what waits for them, and nothing of a matter that is not theirs', async () => {
    const { office, firm } = slack
    const matterId = await newMatter('Herencia Fuentes')
    const ajena = await firm.addMatter({
      title: 'Causa ajena',
      clients: [firm.rosaId],
      responsible: [firm.ana.memberId],
    })
    await handedIn(ajena, 'Papeles ajenos')
    await handedIn(matterId, 'Papeles por revisar')
    await askFor(office, firm, 'Poder', { by: lawyer, matterId, title: 'Poder vencido', dueOn: '2026-03-03' })
    const requestId = await askFor(office, firm, 'Título', { by: lawyer, matterId, title: 'Título' })
    await mailComesIn(office, {
      from: 'extrano@otro.example',
      to: [await replyAddressOf(office, 'rosa@correo.example', requestId)],
      attachments: [{ name: 'titulo.pdf' }],
    })
    await failedMail(matterId, 'rebota@correo.example')
    office.later({ days: 1 })
    const said = visibleText(await openHome(camila, 'Por revisar'))
    expect(said).toContain('Por revisar (1)')
    expect(said).toContain('Papeles por revisar')
    expect(said).toContain('Fuera de fecha (1)')
    expect(said).toContain('Poder vencido')
    expect(said).toContain('extrano@otro.example')
    expect(said).toContain('rebota@correo.example')
    expect(said).toMatch(/Documentos solicitados · Herencia Fuentes .*Camila Rojas/)
    expect(said).not.toContain('ajen')
    expect(slack.api.violations).toEqual([])
  })

  test('is published again after they approved something from it', async () => {
    const home = await openHome(camila, 'Papeles por revisar')
    await camila.click(home, 'Revisar')
    await camila.click(await camila.waitForView('*Cédula*'), 'Aprobar')
    const after = await seeHome(camila, /^(?![^]*Por revisar \()[^]*Respuesta aprobada/)
    expect(visibleText(after)).not.toContain('Papeles por revisar')
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test('reminds a client at once, and says so over the home', async () => {
    const home = await openHome(camila, 'Poder vencido')
    await camila.click(home, 'Recordar ahora', { near: 'Poder vencido' })
    expect(visibleText(await camila.waitForView('Recordatorio enviado.'))).toContain('Listo')
    await camila.dismiss()
  })

  test.each([
    ['Publicar novidade', 'text'],
    ['Solicitar documentos', 'items'],
    ['Processos e casos', 'matter'],
    ['Clientes', 'client'],
    ['Acessos ao portal', 'client'],
    ['Configurações', 'João Lima'],
  ])('opens from the button %s what it says', async (name, wanted) => {
    const home = await openHome(joao, name)
    await joao.click(home, name)
    await joao.waitForView(wanted)
    await joao.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test('leads to a matter that was looked for', async () => {
    await camila.click(await openHome(camila, 'Causas y asuntos'), 'Causas y asuntos')
    const shown = await camila.submit(await camila.waitForView('matter'), { matter: 'Herencia Fuentes' })
    expect(shown.view?.callback_id).toBe('communication')
    await camila.dismiss()
  })

  test('has pages, which show each request once, there and back', async () => {
    const matterId = await newMatter('Causa con mucho pendiente')
    for (let number = 1; number <= 45; number++) {
      const title = `Pedido ${String(number).padStart(2, '0')}.`
      await askFor(slack.office, slack.firm, 'Cédula', { by: lawyer, matterId, title, dueOn: '2026-03-04' })
    }
    slack.office.later({ days: 2 })
    const home = await openHome(camila, /Fuera de fecha \(46\)/)
    await camila.click(home, 'Ver todo', { near: 'Fuera de fecha' })
    const first = await seeHome(camila, 'Volver al resumen')
    await camila.click(first, 'Ver más')
    const second = await seeHome(camila, /Pedido 2[5-9]\./)
    await camila.click(second, 'Ver más')
    const third = await seeHome(camila, /Pedido 45\./)
    const pages = [first, second, third].map(requestsIn)
    expect(pages.map((titles) => titles.length)).toEqual([20, 20, 6])
    expect(new Set(pages.flat()).size).toBe(46)
    await camila.click(third, 'Volver', {})
    expect(requestsIn(await seeHome(camila, /Pedido 25\./))).toEqual(pages[1])
    await camila.click(await seeHome(camila, /Pedido 25\./), 'Volver')
    expect(requestsIn(await seeHome(camila, /Pedido 01\./))).toEqual(pages[0])
    await camila.click(await seeHome(camila, /Pedido 01\./), 'Volver al resumen')
    await seeHome(camila, 'Actividad reciente')
    expect(slack.api.violations).toEqual([])
  })
})

function requestsIn(view: SlackView): string[] {
  return visibleText(view).match(/\*(?:Pedido \d\d\.|Poder vencido)\*/g) ?? []
}

async function failedMail(matterId: string, recipient: string) {
  const { office, firm } = slack
  await write(office.db, (tx) =>
    tx.insert(outbox).values({
      id: newId(office.now),
      firmId: firm.firmId,
      dedupeKey: recipient,
      channel: 'mail',
      notice: { kind: 'reminder', requestIds: [] },
      noticeKind: 'reminder',
      locale: 'es-CL',
      recipient,
      matterId,
      state: 'bounced',
      dueAt: office.now,
      attempts: 1,
      createdAt: office.now,
    }),
  )
}

describe('whoever is no member', () => {
  test.each([
    ['guido', 'Despacho es solo para integrantes del estudio'],
    ['pedro', 'Para comenzar, escriba `/despacho ayuda`'],
    ['esteban', 'Despacho'],
  ])('%s has a home that says whom it is for, and nothing else', async (name, words) => {
    const said = visibleText(await openHome(slack.user(name), words))
    expect(said).not.toContain('Fuentes')
    expect(said).not.toMatch(/Publicar novedad|Revisar|Publish news|Review/)
    expect(slack.api.violations).toEqual([])
  })

  test('has nothing of it any more from the moment they leave the firm', async () => {
    const { user, actor } = await slack.join('pedro', 'admin')
    await openHome(user, 'Causa con mucho pendiente')
    await leaveFirm(slack.office, { by: slack.firm.system, memberId: actor.memberId, successorId: null })
    expect(visibleText(await openHome(user, 'Para comenzar'))).not.toContain('Causa')
    await openHome(emily, 'Causa con mucho pendiente')
  })
})
