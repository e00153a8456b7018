import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clients } from '#db/schema/clients.ts'
import { answers } from '#db/schema/replies.ts'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { addAccess } from '#core/access/granting/add-access.ts'
import { removeAccess } from '#core/access/granting/remove-access.ts'
import { closeMatter } from '#core/matters/close-matter.ts'
import type { ResponsibleChange } from '#core/matters/change-responsible.ts'
import { editMatter } from '#core/matters/edit-matter.ts'
import { matterDetails } from '#core/matters/matter-details.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { deleteNews } from '#core/news/delete-news.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { cancelRequest } from '#core/requests/cancel-request.ts'
import { deleteRequest } from '#core/requests/delete-request.ts'
import { reviewAnswer } from '#core/requests/review-answer.ts'
import { listTemplates } from '#core/requests/templates/list-templates.ts'
import { removeTemplate } from '#core/requests/templates/remove-template.ts'
import { saveTemplate } from '#core/requests/templates/save-template.ts'
import { waiveItem } from '#core/requests/waive-item.ts'
import { askFor, itemsIn } from '../office/ask-for.ts'
import { enterPortal, upload, type Visit } from '../office/enter-portal.ts'
import { words } from '../office/law-firm.ts'
import { asObject } from './check-block-element.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import { allRows, difference } from './firm-rows.ts'
import type { FieldValue } from './form-fields.ts'
import type { SlackView } from './open-views.ts'
import type { SlackUser } from './slack-user.ts'
import { visibleText } from './visible-text.ts'

let slack: FirmInSlack
/** A lawyer who reads Spanish, and one who reads Portuguese; Ana, an admin, acts meanwhile. */
let camila: SlackUser
let joao: SlackUser
let lawyer: MemberActor

let rosa: Visit

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  ;({ user: joao } = await slack.join('joao', 'lawyer'))
  rosa = await enterPortal(slack.office, slack.firm, slack.firm.rosaId, { email: 'rosa@correo.example' })
})
afterAll(() => slack?.close())
beforeEach(() => {
  slack.api.violations.length = 0
})

const named = (callbackId: string) => (view: SlackView) => view.callback_id === callbackId

/** A matter that both lawyers see as everybody in the firm does, and with one thing asked in it. */
async function newMatter(title: string) {
  const { office, firm } = slack
  const matterId = await firm.addMatter({ title, clients: [firm.rosaId] })
  const requestId = await askFor(office, firm, 'Cédula', {
    by: lawyer,
    matterId,
    title: `Papeles de ${title}`,
  })
  const [item] = await itemsIn(office, requestId)
  return { title, matterId, requestId, itemId: item?.id ?? '' }
}

/** The form to which a choice in the communication of a matter leads. */
async function formIn(user: SlackUser, title: string, menu: string, option: string, callbackId: string) {
  await user.command('/proceso', title)
  const list = await user.waitForView(
    (view) => named('communication')(view) && visibleText(view).includes(title),
  )
  await user.click(list, menu, { option })
  return user.waitForView(named(callbackId))
}

/** The form is sent: it is refused in these words, nothing of what is stored changes, and no letter leaves. */
async function refused(
  user: SlackUser,
  form: SlackView,
  said: string,
  values: Record<string, FieldValue> = {},
) {
  await slack.deliver()
  const before = await allRows(slack.office)
  const sent = await user.submit(form, values)
  await slack.idle()
  const told = [visibleText(sent.view ?? asObject(sent.body.view)), ...Object.values(sent.errors)].join('\n')
  expect(told).toContain(said)
  expect(difference(before, await allRows(slack.office))).toEqual([])
  expect(await slack.deliver()).toEqual([])
  expect(slack.api.violations).toEqual([])
  while (user.view()) await user.dismiss()
}

const notFound = 'No se encontró, o usted no tiene acceso a esto.'
const notFoundInPortuguese = 'Não foi encontrado, ou você não tem acesso a isto.'

describe('somebody else deletes news while a form about it is open', () => {
  test.each([
    ['Editar', 'news_edit', { announce: 'tell', text: 'Corregida' }],
    ['Eliminar', 'news_delete', {}],
  ] as const)('%s', async (option, callbackId, values) => {
    const { office, firm } = slack
    const { title, matterId } = await newMatter(`Borrada ${callbackId}`)
    const { newsId } = await publishNews(office, { by: lawyer, matterId, body: words('Hubo audiencia.') })
    const form = await formIn(camila, title, 'news_menu', option, callbackId)
    await deleteNews(office, { by: firm.ana, newsId })
    await refused(camila, form, notFound, values)
  })
})

describe('somebody else ends a request while a form about it is open', () => {
  const forms = [
    ['Editar', 'request_edit', { title: 'Otros papeles' }],
    ['Anular solicitud', 'request_cancel', {}],
    ['Eliminar', 'request_delete', {}],
  ] as const

  test.each(forms)('deleted · %s', async (option, callbackId, values) => {
    const { office, firm } = slack
    const { title, requestId } = await newMatter(`Suprimida ${callbackId}`)
    const form = await formIn(camila, title, 'request_menu', option, callbackId)
    await deleteRequest(office, { by: firm.ana, requestId })
    await refused(camila, form, notFound, values)
  })

  test.each(forms.slice(0, 2))('cancelled · %s', async (option, callbackId, values) => {
    const { office, firm } = slack
    const { title, requestId } = await newMatter(`Anulada ${callbackId}`)
    const form = await formIn(camila, title, 'request_menu', option, callbackId)
    await cancelRequest(office, { by: firm.ana, requestId, tell: false })
    await refused(camila, form, 'Esta solicitud ya terminó.', values)
  })
})

describe('somebody else settles an item while it is being rejected', () => {
  async function rejecting(title: string) {
    const { office } = slack
    const asked = await newMatter(title)
    await handIn(office, {
      by: { session: rosa.session },
      itemId: asked.itemId,
      files: [upload('cedula.pdf')],
    })
    const [answer] = await office.db.read.select().from(answers).where(eq(answers.itemId, asked.itemId))
    await camila.command('/pendientes', title)
    await camila.click(await camila.waitForView(named('pending')), 'Revisar', { near: title })
    await camila.click(await camila.waitForView(named('review')), 'Rechazar')
    return { ...asked, answerId: answer?.id ?? '', form: await camila.waitForView(named('reject')) }
  }

  test('by approving the answer', async () => {
    const { answerId, form } = await rejecting('Aprobada antes')
    await reviewAnswer(slack.office, { by: slack.firm.ana, answerId, verdict: 'approved' })
    await refused(camila, form, 'Ya lo aprobó Ana Rojas.', { reason: 'illegible' })
  })

  test('by wanting it no more', async () => {
    const { itemId, form } = await rejecting('Ya no requerida')
    await waiveItem(slack.office, { by: slack.firm.ana, itemId })
    await refused(camila, form, 'Este ítem ya está resuelto', { reason: 'illegible' })
  })
})

describe('what a form of the firm’s records is about is gone before it is sent', () => {
  async function newClient(name: string) {
    const clientId = await slack.firm.addClient(
      name,
      `${name.toLowerCase().replace(' ', '.')}@correo.example`,
    )
    await slack.firm.addMatter({ title: `Causa de ${name}`, clients: [clientId] })
    return clientId
  }

  test.each([
    ['Editar', 'access_edit', { name: 'Otra' }],
    ['Quitar', 'access_remove', {}],
  ] as const)('an access · %s', async (option, callbackId, values) => {
    const { office, firm } = slack
    const name = `Delia ${option}`
    const clientId = await newClient(name)
    const email = `${callbackId}@correo.example`
    const { accessId } = await addAccess(office, { by: firm.system, clientId, kind: 'link', email })
    await camila.command('/despacho', `acceso ${name}`)
    await camila.click(await camila.waitForView(named('accesses')), 'access_menu', { option })
    const form = await camila.waitForView(named(callbackId))
    await removeAccess(office, { by: firm.ana, accessId })
    await refused(camila, form, notFound, values)
  })

  test.each([
    ['Editar', 'template_save', { name: 'Otra' }],
    ['Eliminar', 'template_remove', {}],
  ] as const)('a template · %s', async (option, callbackId, values) => {
    const { office, firm } = slack
    const name = `Plantilla ${option}`
    const plain = { title: 'Papeles', details: '', items: 'Cédula', dueInDays: null }
    await saveTemplate(office, { by: lawyer, templateId: null, name, ...plain })
    await camila.command('/despacho', 'ajustes')
    await camila.click(await camila.waitForView(named('settings')), 'Plantillas')
    await camila.click(await camila.waitForView(named('templates')), 'template_menu', { near: name, option })
    const form = await camila.waitForView(named(callbackId))
    const template = (await listTemplates(office, { by: lawyer })).find((one) => one.name === name)
    await removeTemplate(office, { by: firm.ana, templateId: template?.id ?? '' })
    await refused(camila, form, notFound, values)
  })

  test('a client who has left', async () => {
    const { office } = slack
    const clientId = await newClient('Marta Parte')
    await camila.command('/despacho', 'cliente marta')
    await camila.click(await camila.waitForView(named('client')), 'Editar ficha')
    const form = await camila.waitForView(named('client_edit'))
    await write(office.db, (tx) =>
      tx.update(clients).set({ leftAt: office.now }).where(eq(clients.id, clientId)),
    )
    await refused(camila, form, 'Ya no es cliente del estudio: su ficha se conserva', {
      name: 'Marta Vuelve',
    })
  })

  test.each(['clients', 'other-side'])('a client in the form of a new matter · %s', async (field) => {
    const { office } = slack
    const clientId = await newClient(`Sara ${field}`)
    await camila.command('/proceso', `Nueva ${field}`)
    await camila.click(await camila.waitForView(named('matter_pick')), 'matter_new')
    const form = await camila.waitForView(named('matter_new'))
    await camila.fillIn(form, { clients: ['Rosa'], [field]: [`Sara ${field}`] })
    await write(office.db, (tx) =>
      tx.update(clients).set({ leftAt: office.now }).where(eq(clients.id, clientId)),
    )
    const { errors } = await camila.submit(form)
    expect(Object.keys(errors)).toEqual([field])
    await refused(camila, form, 'Ya no es cliente del estudio')
  })
})

describe('the details of a matter are changed while a form with them is open', () => {
  async function detailsOf(title: string) {
    const { matterId } = await newMatter(title)
    const form = await formIn(camila, title, 'matter_menu', 'Detalles', 'matter_edit')
    return { matterId, form }
  }

  /** The form is sent, and this is what is kept of the matter then. */
  async function kept(form: SlackView, matterId: string, values: Record<string, FieldValue>) {
    expect((await camila.submit(form, values)).errors).toEqual({})
    await slack.idle()
    expect(slack.api.violations).toEqual([])
    while (camila.view()) await camila.dismiss()
    const [row] = await slack.office.db.read.select().from(matters).where(eq(matters.id, matterId))
    return row
  }

  test('what the form did not change stays as the other made it', async () => {
    const { office, firm } = slack
    const { matterId, form } = await detailsOf('Cambiada entretanto')
    const changes = { title: 'Nueva carátula', number: 'C-71-2026', alias: 'Jazmín', sensitive: true }
    await editMatter(office, { by: firm.ana, matterId, ...changes })
    expect(await kept(form, matterId, { alias: 'Azucena' })).toMatchObject({
      title: 'Nueva carátula',
      number: 'C-71-2026',
      alias: 'Azucena',
      sensitiveAt: office.now,
    })
  })

  test('a form of a sensitive one neither keeps it so nor empties what it did not show', async () => {
    const { office, firm } = slack
    const title = 'Reservada entretanto'
    const { matterId } = await newMatter(title)
    await editMatter(office, { by: firm.ana, matterId, sensitive: true, number: 'C-72-2026', alias: 'Dalia' })
    const form = await formIn(camila, 'Dalia', 'matter_menu', 'Detalles', 'matter_edit')
    await editMatter(office, { by: firm.ana, matterId, sensitive: false })
    expect(await kept(form, matterId, { alias: null })).toMatchObject({
      title,
      number: 'C-72-2026',
      alias: null,
      sensitiveAt: null,
    })
  })
})

describe('others answer for a matter by the time a form with its details is sent', () => {
  async function answeredBy(title: string, ...who: MemberActor[]) {
    const responsible = who.map((member) => member.memberId)
    const matterId = await slack.firm.addMatter({ title, clients: [slack.firm.rosaId], responsible })
    return { matterId, form: await formIn(camila, title, 'matter_menu', 'Detalles', 'matter_edit') }
  }

  const names = async (matterId: string) => {
    const { responsible } = await matterDetails(slack.office, { by: slack.firm.ana, matterId })
    return responsible.map((member) => member.name)
  }

  const change = (matterId: string, responsible: ResponsibleChange) =>
    editMatter(slack.office, { by: slack.firm.ana, matterId, responsible })

  test('whom they took in stays, and whom they let go does not come back', async () => {
    const { matterId, form } = await answeredBy('Tomada entretanto', lawyer, slack.firm.camila)
    await change(matterId, { added: [slack.firm.ana.memberId], gone: [slack.firm.camila.memberId] })
    const sent = await camila.submit(form, { responsible: ['Camila Rojas', 'Camila Soto', 'João'] })
    expect(sent.errors).toEqual({})
    await slack.idle()
    expect(await names(matterId)).toEqual(['Ana Rojas', 'Camila Rojas', 'João Lima'])
    while (camila.view()) await camila.dismiss()
  })

  test('where nobody would be left, it is refused', async () => {
    const { matterId, form } = await answeredBy('Dejada entretanto', lawyer, slack.firm.camila)
    await change(matterId, { added: [], gone: [slack.firm.camila.memberId] })
    await refused(camila, form, 'Falta completar este campo.', { responsible: ['Camila Soto'] })
    expect(await names(matterId)).toEqual(['Camila Rojas'])
  })
})

describe('a matter, before what is written for it is sent,', () => {
  const news = { command: '/novidade', form: 'news', values: { text: 'Houve audiência.' } }
  const request = {
    command: '/solicitar',
    form: 'request',
    values: { title: 'Papéis', items: 'RG', due: '2026-03-20' },
  }
  const closing = (matterId: string) => closeMatter(slack.office, { by: slack.firm.ana, matterId })
  const keeping = (matterId: string) =>
    write(slack.office.db, (tx) =>
      tx.update(matters).set({ visibility: 'private' }).where(eq(matters.id, matterId)),
    )
  const closed = 'O processo está encerrado e não recebe nada novo.'

  test.each([
    { what: 'is closed', how: closing, said: closed, ...news },
    { what: 'is closed', how: closing, said: closed, ...request },
    { what: 'is kept from the member', how: keeping, said: notFoundInPortuguese, ...news },
    { what: 'is kept from the member', how: keeping, said: notFoundInPortuguese, ...request },
  ])('$what: $form and its second step are refused', async ({ what, how, said, command, form, values }) => {
    const { matterId, title } = await newMatter(`Mudada ${form} ${what}`)
    await joao.command(command, title)
    const first = await joao.waitForView(
      (view) => named(form)(view) && JSON.stringify(view.blocks).includes(title),
    )
    const { view: second } = await joao.submit(first, values)
    if (second?.callback_id !== `${form}_confirm`) throw new Error('no second step')
    await joao.command(command, title)
    const again = await joao.waitForView((view) => named(form)(view) && view.id !== first.id)
    await how(matterId)
    await refused(joao, again, said, values)
    await refused(joao, second, said)
  })
})
