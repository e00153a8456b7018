import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clients } from '#db/schema/clients.ts'
import { events } from '#db/schema/delivery.ts'
import { matters } from '#db/schema/matters.ts'
import { communicationOf } from '#core/matters/communication.ts'
import { matterDetails } from '#core/matters/matter-details.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { askFor } from '../office/ask-for.ts'
import { lawFirm } from '../office/law-firm.ts'
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
let admin: MemberActor

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  ;({ user: joao } = await slack.join('joao', 'assistant'))
  ;({ user: emily, actor: admin } = await slack.join('emily', 'admin'))
})
afterAll(() => slack?.close())
beforeEach(() => {
  slack.api.violations.length = 0
})

function named(callbackId: string, words = '') {
  return (view: SlackView) => view.callback_id === callbackId && visibleText(view).includes(words)
}

async function matterCalled(title: string) {
  const [row] = await slack.office.db.read.select().from(matters).where(eq(matters.title, title))
  if (!row) throw new Error(`there is no matter ${title}`)
  return row
}

const clientsCalled = (name: string) =>
  slack.office.db.read.select().from(clients).where(eq(clients.name, name))

async function historyOf(subjectId: string) {
  const rows = await slack.office.db.read.select().from(events).where(eq(events.subjectId, subjectId))
  return rows.map(({ kind, actorId, facts }) => ({ kind, actorId, facts }))
}

/** Opens the form for a new matter, with these words as its title. */
async function newMatterForm(user: SlackUser, typed: string): Promise<SlackView> {
  await user.command('/proceso', typed)
  const search = await user.waitForView((view) => named('matter_pick', typed)(view))
  await user.click(search, 'matter_new')
  return user.waitForView(named('matter_new', typed))
}

/** The communication of the one matter that the words mean. */
async function communication(user: SlackUser, typed: string): Promise<SlackView> {
  await user.command('/proceso', typed)
  return user.waitForView(named('communication', typed))
}

describe('a lawyer with a new client on the telephone', () => {
  test('adds her and her matter from Slack, publishes the first news, and the client gets the mail', async () => {
    await camila.command('/despacho', 'cliente Elisa Montt')
    const search = await camila.waitForView('No se encontró ningún cliente con «Elisa Montt».')
    await camila.click(search, 'Nuevo cliente')
    const form = await camila.waitForView(named('client_new', 'Elisa Montt'))
    await camila.submit(form, {
      email: 'Elisa@Correo.example',
      phone: '+56 9 8765 4321\n\n2 2345 6789',
      'tax-id': '123456785',
      locale: 'pt-BR',
      additional: 'hermana@correo.example\n\n contador@montt.example ',
    })
    await camila.repeat({ asRetry: true })
    const profile = await camila.waitForView('Cliente agregado. Ahora puede crear su causa o asunto.')
    expect(visibleText(profile)).toContain('RUT 12.345.678-5')
    expect(visibleText(profile)).toContain('+56 9 8765 4321')
    expect(visibleText(profile)).toContain('Português')
    expect(visibleText(profile)).toContain('contador@montt.example')
    const added = await clientsCalled('Elisa Montt')
    expect(added).toMatchObject([
      { email: 'elisa@correo.example', locale: 'pt-BR', phones: ['+56 9 8765 4321', '2 2345 6789'] },
    ])
    expect(await historyOf(added[0]?.id ?? '')).toMatchObject([
      { kind: 'clientAdded', actorId: lawyer.memberId },
    ])

    await camila.click(profile, 'Nueva causa o asunto')
    const matterForm = await camila.waitForView(named('matter_new'))
    const made = await camila.submit(matterForm, {
      title: 'Montt con Constructora Sur',
      number: 'C-900-2026',
      'other-side': ['Rosa'],
    })
    await camila.repeat({ asRetry: true })
    expect(visibleText(made.view ?? {})).toContain('Quedó creada. Ya puede publicar la primera novedad.')
    expect(visibleText(made.view ?? {})).toContain('Clientes: Elisa Montt')
    const { id: matterId, ...matter } = await matterCalled('Montt con Constructora Sur')
    expect(matter).toMatchObject({
      number: 'C-900-2026',
      kind: 'court',
      visibility: 'firm',
      sensitiveAt: null,
    })
    expect(await matterDetails(slack.office, { by: admin, matterId })).toMatchObject({
      responsible: [{ memberId: lawyer.memberId }],
    })
    expect(await historyOf(matterId)).toMatchObject([{ kind: 'matterAdded', actorId: lawyer.memberId }])

    await camila.click(made.view ?? form, 'Publicar novedad')
    const news = await camila.waitForView('text')
    const second = await camila.submit(news, { text: 'Asumimos su defensa.' })
    const sent = await camila.submit(second.view ?? news)
    expect(visibleText(sent.view ?? {})).toContain('Enviado: 3 correos.')
    const letters = await slack.deliver()
    expect(letters.map((letter) => [letter.to.email, letter.locale]).sort()).toEqual([
      ['contador@montt.example', 'pt-BR'],
      ['elisa@correo.example', 'pt-BR'],
      ['hermana@correo.example', 'pt-BR'],
    ])
    expect(slack.api.violations).toEqual([])
  })

  test('begins with the matter instead, and adds its client on the way', async () => {
    const form = await newMatterForm(camila, 'Herencia Valdés')
    await camila.fillIn(form, { clients: ['Rosa'], number: 'V-77-2026' })
    await camila.click(form, 'Nuevo cliente')
    const client = await camila.waitForView(named('client_new'))
    await camila.submit(client, { name: 'Tomás Valdés', email: 'tomas@correo.example' })
    const again = await camila.waitForView(named('matter_new', 'Herencia Valdés'))
    await slack.api.until(
      () => JSON.stringify(camila.view()).includes('Tomás Valdés') || undefined,
      'the client to stand in the form',
    )
    expect(again.id).toBe(form.id)
    const made = await camila.submit(camila.view() ?? again)
    expect(visibleText(made.view ?? {})).toContain('Clientes: Rosa Fuentes, Tomás Valdés')
    expect(await matterCalled('Herencia Valdés')).toMatchObject({ number: 'V-77-2026' })
    expect(slack.api.violations).toEqual([])
  })

  test('may be an assistant, and is answered in Portuguese', async () => {
    await joao.command('/despacho', 'cliente Benedito')
    await joao.click(await joao.waitForView('Benedito'), 'Novo cliente')
    const form = await joao.waitForView(named('client_new', 'Benedito'))
    await joao.submit(form, { email: 'benedito@correio.example', 'tax-id': '12345678909' })
    const profile = await joao.waitForView('Cliente adicionado. Agora você pode criar o processo ou caso.')
    await joao.click(profile, 'Novo processo ou caso')
    const made = await joao.submit(await joao.waitForView(named('matter_new')), {
      title: 'Inventário Benedito',
      kind: 'internal',
    })
    expect(visibleText(made.view ?? {})).toContain('Criado. Você já pode publicar a primeira novidade.')
    expect(await matterCalled('Inventário Benedito')).toMatchObject({ kind: 'internal', number: null })
  })

  test('may write down a private matter for a colleague, and is told who sees it', async () => {
    const form = await newMatterForm(joao, 'Sucessão reservada')
    const made = await joao.submit(form, {
      clients: ['Rosa'],
      visibility: 'Os responsáveis e quem administra',
      responsible: ['Camila Rojas'],
      sensitive: ['É sigiloso'],
    })
    expect(visibleText(made.view ?? {})).toContain(
      'Como você não está entre os responsáveis, só eles e quem administra o escritório podem ver.',
    )
    const { id: matterId, ...matter } = await matterCalled('Sucessão reservada')
    expect(matter).toMatchObject({ visibility: 'private', sensitiveAt: slack.office.now })
    await communicationOf(slack.office, { by: lawyer, matterId })
    expect(slack.api.violations).toEqual([])
  })
})

describe('what cannot be', () => {
  test('is said at the field, and nobody is added', async () => {
    await camila.command('/despacho', 'cliente Inés Falla')
    await camila.click(await camila.waitForView('Inés Falla'), 'Nuevo cliente')
    const form = await camila.waitForView(named('client_new', 'Inés Falla'))
    const nameless = await camila.submit(form, { name: null, email: 'ines@correo.example' }, { force: true })
    expect(nameless.errors).toEqual({ name: 'Falta completar este campo.' })
    const wrong = await camila.submit(form, { name: 'Inés Falla', email: 'ines' })
    expect(wrong.errors).toEqual({ email: '«ines» no es una dirección de correo.' })
    const further = await camila.submit(form, {
      email: 'ines@correo.example',
      additional: 'a@b.example\nnadie',
    })
    expect(further.errors).toEqual({ additional: '«nadie» no es una dirección de correo.' })
    const endless = await camila.submit(form, { additional: null, phone: '9'.repeat(41) })
    expect(endless.errors).toEqual({ phone: 'El texto es muy largo: tiene 41 caracteres y caben 40.' })
    const slip = await camila.submit(form, { phone: null, 'tax-id': '12.345.678-9' })
    expect(slip.errors).toEqual({
      'tax-id': 'El dígito verificador de «12.345.678-9» no corresponde. Revíselo.',
    })
    await slack.firm.addClient('Inés Original', 'ines@correo.example', { taxId: '76.543.210-3' })
    const twice = await camila.submit(form, { 'tax-id': '765432103' })
    expect(twice.errors).toEqual({
      'tax-id':
        'Ya hay un cliente con el RUT 76.543.210-3: Inés Original. Búsquelo en vez de agregarlo de nuevo.',
    })
    expect(await clientsCalled('Inés Falla')).toEqual([])
    await camila.submit(form, { 'tax-id': 'AB-998877 (Alemania)' })
    expect(await clientsCalled('Inés Falla')).toMatchObject([{ taxId: 'AB-998877 (Alemania)' }])
  })

  test('is said at the field, and no matter is made', async () => {
    const form = await newMatterForm(camila, 'Causa imposible')
    const nobody = await camila.submit(form, {}, { force: true })
    expect(nobody.errors).toEqual({ clients: 'Elija al menos un cliente.' })
    const both = await camila.submit(form, { clients: ['Rosa'], 'other-side': ['Rosa'] })
    expect(both.errors).toEqual({ 'other-side': 'Rosa Fuentes no puede estar en ambas partes.' })
    const taken = await camila.submit(form, { 'other-side': null, number: 'c-1234-2025' })
    expect(taken.errors.number).toContain('Ya hay una causa abierta con el rol c-1234-2025: «Fuentes con')
    const untitled = await camila.submit(form, { number: null, title: ' ' })
    expect(untitled.errors).toEqual({ title: 'Falta completar este campo.' })
    const alone = await camila.submit(form, { title: 'Causa imposible', responsible: null }, { force: true })
    expect(alone.errors).toEqual({ responsible: 'Falta completar este campo.' })
    await expect(matterCalled('Causa imposible')).rejects.toThrow('there is no matter')
    const other = await camila.submit(form, {
      responsible: ['Camila Rojas'],
      number: 'C-1234-2025 (2.º Civil)',
    })
    expect(visibleText(other.view ?? {})).toContain('Quedó creada.')
  })

  test('is another firm’s client, or one all of whose matters are closed to the lawyer', async () => {
    const other = await lawFirm(slack.office, 'T000000002')
    const { firm } = slack
    const secretId = await firm.addClient('Zulema Oculta', 'zulema@correo.example')
    await firm.addMatter({ title: 'Nulidad', clients: [secretId], visibility: 'private' })
    const form = await newMatterForm(camila, 'Causa robada')
    for (const value of [other.rosaId, secretId]) {
      const smuggled = { text: { type: 'plain_text' as const, text: 'Rosa' }, value }
      slack.api.views.type(form.id, 'clients', 'client', {
        type: 'multi_external_select',
        selected_options: [smuggled],
      })
      const refused = await camila.submit(form)
      expect(refused.errors).toEqual({ clients: 'No se encontró, o usted no tiene acceso a esto.' })
    }
    await expect(matterCalled('Causa robada')).rejects.toThrow('there is no matter')
  })

  test('is a guest who sends a form or opens one', async () => {
    const guido = slack.user('guido')
    const form = await newMatterForm(camila, 'Causa de visita')
    await guido.click(form, 'Nuevo cliente')
    const before = (await slack.office.db.read.select().from(clients)).length
    const rosa = { text: { type: 'plain_text' as const, text: 'Rosa' }, value: slack.firm.rosaId }
    const refused = await guido.submit(form, { clients: rosa })
    expect(JSON.stringify(refused.body)).toContain('Despacho es solo para integrantes del estudio.')
    await expect(matterCalled('Causa de visita')).rejects.toThrow('there is no matter')
    expect((await slack.office.db.read.select().from(clients)).length).toBe(before)
  })

  test('is a team that the lawyer is not in; in theirs, only those who are in it answer', async () => {
    const { firm } = slack
    const teamOf = (title: string, team: string, who: MemberActor) =>
      firm.addMatter({ title, clients: [firm.rosaId], team, responsible: [who.memberId] })
    await teamOf('De Familia', 'Familia', lawyer)
    await teamOf('De Fusiones', 'Fusiones', admin)
    const form = await newMatterForm(camila, 'Adopción')
    expect(visibleText(form)).toContain('Equipo Familia')
    expect(visibleText(form)).not.toContain('Fusiones')
    const outside = await camila.submit(form, {
      clients: ['Rosa'],
      visibility: 'Equipo Familia',
      responsible: ['Camila Rojas', 'João'],
    })
    expect(outside.errors.responsible).toContain('João Lima no integra ese equipo.')
    const made = await camila.submit(form, { responsible: ['Camila Rojas'] })
    expect(visibleText(made.view ?? {})).toContain('Quedó creada.')
    const restricted = 'En el portal, solo para accesos con causas restringidas'
    expect(visibleText(made.view ?? {})).toContain(restricted)
    expect(visibleText(made.view ?? {})).not.toContain('Visible para sus clientes')
    await camila.click(made.view ?? form, 'Publicar novedad')
    const second = await camila.submit(await camila.waitForView('text'), { text: 'Se presentó.' })
    expect(visibleText(second.view ?? {})).toContain(`${restricted}.`)
    expect(await matterCalled('Adopción')).toMatchObject({ visibility: 'team' })
  })
})

describe('from a matter’s communication', () => {
  test('its accesses and its client’s profile are one step away', async () => {
    const { firm } = slack
    const wilmaId = await firm.addClient('Wilma Cerca', 'wilma@correo.example')
    await firm.addMatter({ title: 'Un paso', clients: [wilmaId] })
    const view = await communication(camila, 'Un paso')
    await camila.click(view, 'matter_menu', { option: 'Ficha del cliente' })
    expect(visibleText(await camila.waitForView(named('client')))).toContain('wilma@correo.example')
    await camila.click(view, 'matter_menu', { option: 'Accesos al portal' })
    await camila.waitForView('Accesos de Wilma Cerca')
  })

  test('one of several clients is picked first', async () => {
    const { firm } = slack
    const otherId = await firm.addClient('Óscar Fuentes', 'oscar@correo.example')
    await firm.addMatter({ title: 'Partición Fuentes', clients: [firm.rosaId, otherId] })
    await camila.click(await communication(camila, 'Partición'), 'matter_menu', { option: 'Clientes' })
    const list = await camila.waitForView(named('matter_clients', 'oscar@correo.example'))
    await camila.click(list, otherId)
    await camila.waitForView(named('client', 'Óscar Fuentes'))
    expect(slack.api.violations).toEqual([])
  })

  test('its details are changed', async () => {
    const { firm, office } = slack
    const matterId = await firm.addMatter({
      title: 'Detallada',
      clients: [firm.rosaId],
      responsible: [lawyer.memberId],
    })
    await camila.click(await communication(camila, 'Detallada'), 'matter_menu', { option: 'Detalles' })
    const form = await camila.waitForView(named('matter_edit', 'Detallada'))
    const taken = await camila.submit(form, { number: 'C-1234-2025' })
    expect(taken.errors.number).toContain('Ya hay una causa abierta')
    await camila.submit(form, {
      title: 'Detallada con Otro',
      number: 'C-5-2026',
      alias: 'Lirio',
      responsible: ['João', 'Camila Rojas'],
      sensitive: ['Es reservada'],
    })
    await camila.repeat({ asRetry: true })
    const after = await camila.waitForView('Cambio guardado.')
    expect(visibleText(after)).toContain('Lirio')
    expect(visibleText(after)).not.toContain('Detallada')
    expect(await matterCalled('Detallada con Otro')).toMatchObject({ number: 'C-5-2026', alias: 'Lirio' })
    const edited = (await historyOf(matterId)).filter(({ kind }) => kind === 'matterEdited')
    expect(edited).toMatchObject([
      {
        actorId: lawyer.memberId,
        facts: { fields: ['title', 'number', 'alias', 'sensitiveAt', 'responsible'] },
      },
    ])
    const kept = await matterDetails(office, { by: admin, matterId })
    expect(kept.responsible.map(({ name }) => name)).toEqual(['Camila Rojas', 'João Lima'])

    // A sensitive one keeps what is not shown, and shows it again when it is none any more.
    await camila.click(after, 'matter_menu', { option: 'Detalles' })
    const sealed = await camila.waitForView(named('matter_edit', 'No se muestra aquí'))
    expect(JSON.stringify(sealed)).not.toMatch(/Detallada|C-5-2026/)
    const refused = await camila.submit(sealed, { responsible: ['Camila Rojas'] })
    expect(refused.errors.responsible).toContain('Su rol no permite hacer esto.')
    await camila.submit(sealed, { responsible: ['João', 'Camila Rojas'], sensitive: null })
    const open = await camila.waitForView((view) => named('communication', 'Detallada con Otro')(view))
    expect(visibleText(open)).toContain('C-5-2026')
    expect(slack.api.violations).toEqual([])
  })

  test('a private one is handed on by whoever lets go of it, who does not see it any more', async () => {
    const { firm, office } = slack
    const matterId = await firm.addMatter({
      title: 'Reservadísima',
      clients: [firm.rosaId],
      visibility: 'private',
      responsible: [lawyer.memberId],
    })
    await camila.click(await communication(camila, 'Reservadísima'), 'matter_menu', { option: 'Detalles' })
    const form = await camila.waitForView(named('matter_edit', 'Reservadísima'))
    const nobody = await camila.submit(form, { responsible: null }, { force: true })
    expect(nobody.errors).toEqual({ responsible: 'Falta completar este campo.' })
    const done = await camila.submit(form, { responsible: ['Emily'] })
    expect(visibleText(done.view ?? {})).toContain('Desde ahora la ven solo sus responsables')
    expect((await matterDetails(office, { by: admin, matterId })).responsible).toMatchObject([
      { memberId: admin.memberId },
    ])
    await expect(communicationOf(office, { by: lawyer, matterId })).rejects.toMatchObject({
      code: 'not_found',
    })
    await slack.deliver()
    expect(visibleText(await emily.waitForMessage('Camila Rojas'))).toContain('Reservadísima')
  })

  test('it is closed, after what becomes of its requests is said, and reopened', async () => {
    const { firm, office } = slack
    const matterId = await firm.addMatter({ title: 'Por cerrar', clients: [firm.rosaId] })
    await askFor(office, firm, 'Cédula', { by: lawyer, matterId, title: 'Papeles' })
    await slack.deliver()
    const view = await communication(camila, 'Por cerrar')
    await camila.click(view, 'matter_menu', { option: 'Cerrar causa o asunto' })
    const asked = await camila.waitForView(named('matter_close'))
    expect(visibleText(asked)).toContain('Tiene 1 solicitud abierta, que se anulará.')
    await camila.submit(asked, { announce: 'tell' })
    await camila.repeat({ asRetry: true })
    const closed = await camila.waitForView('Quedó cerrada.')
    expect(visibleText(closed)).toContain('Cerrada: no admite novedades ni solicitudes')
    const letters = await slack.deliver()
    expect(letters.map((letter) => letter.kind)).toEqual(Array(3).fill('requestCancelled'))
    await camila.click(closed, 'matter_menu', { option: 'Reabrir causa o asunto' })
    await camila.waitForView('Quedó abierta de nuevo. Lo que se anuló al cerrarla sigue anulado.')
    const { history } = await communicationOf(office, { by: admin, matterId })
    expect(history.slice(0, 2)).toMatchObject([
      { kind: 'matterReopened', actor: 'Camila Rojas' },
      { kind: 'matterClosed', actor: 'Camila Rojas' },
    ])
    expect(slack.api.violations).toEqual([])
  })

  test('nothing of a matter that is closed to the lawyer can be opened or sent by its id', async () => {
    const { firm } = slack
    const matterId = await firm.addMatter({
      title: 'Ajena y privada',
      clients: [firm.rosaId],
      visibility: 'private',
      responsible: [admin.memberId],
    })
    await firm.addMatter({ title: 'Propia', clients: [firm.rosaId] })
    const view = await communication(camila, 'Propia')
    await camila.click(view, 'matter_menu', { option: 'Cerrar causa o asunto' })
    const form = await camila.waitForView(named('matter_close'))
    const refused = await camila.submit({ ...form, private_metadata: JSON.stringify({ matterId }) })
    expect(visibleText(refused.view ?? {})).toContain('No se encontró, o usted no tiene acceso a esto.')
    const edited = await communication(camila, 'Propia')
    await camila.click(edited, 'matter_menu', { option: 'Detalles' })
    const details = await camila.waitForView(named('matter_edit'))
    const metadata = JSON.stringify({ matterId, sealed: false, responsible: [] })
    await camila.submit({ ...details, private_metadata: metadata }, { title: 'Tomada' })
    expect(await matterCalled('Ajena y privada')).toMatchObject({ id: matterId, closedAt: null })
  })
})
