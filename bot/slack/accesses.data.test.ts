import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addAccess } from '#core/access/granting/add-access.ts'
import { pageOfAccesses } from '#core/access/granting/page-of-accesses.ts'
import { clientSession } from '#core/access/session/client-session.ts'
import { enterByLink } from '#core/access/links/enter-by-link.ts'
import { lookAtLink } from '#core/access/links/look-at-link.ts'
import { beginPreview, lookAtPreview } from '#core/access/preview/preview.ts'
import { hideMatter } from '#core/matters/hide-matter.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { refusal } from '#test/office/refusal.ts'
import { asObject } from '#test/slack/check-block-element.ts'
import { firmInSlack, type FirmInSlack } from '#test/slack/firm-in-slack.ts'
import type { SlackView } from '#test/slack/open-views.ts'
import type { SlackUser } from '#test/slack/slack-user.ts'
import { visibleText } from '#test/slack/visible-text.ts'

let slack: FirmInSlack
/** A lawyer, who reads Spanish, and the firm's admin, who reads Portuguese. */
let camila: SlackUser
let joao: SlackUser
let lawyer: MemberActor

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  ;({ user: joao } = await slack.join('joao', 'admin'))
})
afterAll(() => slack?.close())
beforeEach(() => {
  slack.api.violations.length = 0
})

let clients = 0

/** A client of a test's own, with a matter that everybody in the firm sees. */
async function newClient(name: string) {
  clients += 1
  const email = `cliente${clients}@correo.example`
  const clientId = await slack.firm.addClient(name, email)
  const matterId = await slack.firm.addMatter({ title: `Causa de ${name}`, clients: [clientId] })
  return { name, email, clientId, matterId }
}

async function accessesOf(clientId: string) {
  const wish = { by: slack.firm.ana, whose: { clientId }, page: 0, size: 20 }
  return (await pageOfAccesses(slack.office, wish)).accesses
}

async function letters() {
  return (await deliver(slack.office)).letters
}

/** The client gets an access by link, of which nobody has been told. */
async function withAccess({ clientId, email }: { clientId: string; email: string }) {
  return addAccess(slack.office, { by: slack.firm.system, clientId, kind: 'link', email })
}

/** The form or view that the app calls so. */
function named(callbackId: string) {
  return (view: SlackView) => view.callback_id === callbackId
}

function viewOf(view: SlackView | undefined): SlackView {
  if (!view) throw new Error('no view is open')
  return view
}

describe('a lawyer who gives a client access', () => {
  test('finds the client, adds it, and nothing leaves before the invitation is sent', async () => {
    const { clientId, email } = await newClient('Teresa Amunátegui')
    await camila.command('/despacho', 'acceso amunategui')
    const list = await camila.waitForView('Accesos de Teresa Amunátegui')
    expect(visibleText(list)).toContain('Aún no hay accesos.')

    await camila.click(list, 'Agregar acceso')
    const form = await camila.waitForView(named('access_add'))
    const said = visibleText(form)
    expect(said).toContain('Con contraseña: el cliente la crea con un enlace que recibe por correo')
    expect(said).toContain('Por enlace: entra sin contraseña con su enlace personal')
    const added = await camila.submit(form, { kind: 'link' })
    expect(visibleText(viewOf(added.view))).toContain('Todavía no se le ha enviado nada.')
    expect(await letters()).toEqual([])
    expect(await accessesOf(clientId)).toMatchObject([
      {
        name: 'Teresa Amunátegui',
        email,
        kind: 'link',
        can: ['court-movements', 'manual-movements', 'publications', 'documents'],
        privateMatters: false,
        teamMatters: false,
        state: 'not_invited',
      },
    ])

    await camila.click(viewOf(added.view), 'Enviar invitación')
    await camila.waitForView(`Invitación enviada a ${email}.`)
    const [letter, ...others] = await letters()
    expect(others).toEqual([])
    expect(letter).toMatchObject({ kind: 'accessInvite', to: { email } })
    await camila.dismiss()
    const after = await camila.waitForView('Invitación enviada el martes 3 de marzo')
    expect(visibleText(after)).toContain('Ve novedades y solicitudes, y además: movimientos del tribunal')
    expect(visibleText(after)).not.toContain('tareas del estudio')
    expect(slack.api.violations).toEqual([])
  })

  test('has one access and one invitation, however often Slack delivers the clicks', async () => {
    const { clientId } = await newClient('Bruno Repetido')
    await camila.command('/despacho', 'accesos repetido')
    await camila.click(await camila.waitForView('Accesos de Bruno Repetido'), 'Agregar acceso')
    const added = await camila.submit(await camila.waitForView(named('access_add')), { kind: 'account' })
    const repeated = await camila.repeat({ asRetry: true })
    expect(visibleText(asObject(repeated.body.view))).toContain('Se creó el acceso de Bruno Repetido.')
    await camila.click(viewOf(added.view), 'Enviar invitación')
    await camila.repeat({ asRetry: true })
    await camila.waitForView('Invitación enviada a')
    expect(await accessesOf(clientId)).toHaveLength(1)
    expect(await letters()).toHaveLength(1)
    await camila.dismiss()
    const list = await camila.waitForView('Invitación enviada el martes 3 de marzo')
    await camila.click(list, 'access_menu', { option: 'Enviar la invitación otra vez' })
    await camila.waitForView('Invitación enviada a')
    expect(await letters()).toHaveLength(1)
  })

  test('is told at the fields what is not right', async () => {
    const { clientId, name } = await newClient('Elena Campos')
    await slack.firm.addMatter({ title: 'Interdicción', clients: [clientId], visibility: 'private' })
    await camila.command('/despacho', 'acceso')
    const all = await camila.submit(await camila.waitForView(named('access_pick')))
    await camila.click(viewOf(all.view), 'Agregar acceso')
    const form = await camila.waitForView(named('access_add'))
    const nobody = await camila.submit(form, { email: 'elena@correo.example' }, { force: true })
    expect(nobody.errors).toEqual({ client: 'Elija un cliente.' })
    const wrong = await camila.submit(form, { client: name, email: 'elena' })
    expect(wrong.errors).toEqual({ email: '«elena» no es una dirección de correo.' })
    const beyond = await camila.submit(form, { email: 'elena@correo.example', matters: ['private'] })
    expect(beyond.errors.matters).toContain('debe verlas todas usted')
    expect(await accessesOf(clientId)).toEqual([])
    const none = await camila.submit(form, { matters: [], can: [] })
    expect(visibleText(viewOf(none.view))).toContain('Se creó el acceso de Elena Campos.')
    expect(await accessesOf(clientId)).toMatchObject([{ can: [], privateMatters: false }])
    expect(slack.api.violations).toEqual([])
  })

  test('finds no client whose matters are all kept from them, and an admin does', async () => {
    const secretId = await slack.firm.addClient('Úrsula Secreta', 'secreta@correo.example')
    const matter = { title: 'Nulidad', clients: [secretId], visibility: 'private' as const }
    await slack.firm.addMatter(matter)
    await camila.command('/despacho', 'acceso secreta')
    const asked = await camila.waitForView('No se encontró ningún cliente con «secreta».')
    expect(await camila.suggest(asked, 'client', 'secreta')).toEqual([])
    await joao.command('/despacho', 'acesso secreta')
    await joao.waitForView('Acessos de Úrsula Secreta')
  })
})

describe('a lawyer who finds no such client', () => {
  test('adds them from there, and their accesses are one step away', async () => {
    await camila.command('/despacho', 'acceso Nora Recién')
    const asked = await camila.waitForView('No se encontró ningún cliente con «Nora Recién».')
    await camila.click(asked, 'Nuevo cliente')
    const form = await camila.waitForView(named('client_new'))
    const added = await camila.submit(form, { email: 'nora@correo.example' })
    expect(visibleText(viewOf(added.view))).toContain('Nora Recién')
    await camila.click(viewOf(added.view), 'Accesos al portal')
    await camila.waitForView('Accesos de Nora Recién')
    expect(slack.api.violations).toEqual([])
  })
})

describe('an address that has an access already', () => {
  test('in any letter case, is asked to be another, and makes no second access', async () => {
    const owner = await newClient('Marcos Dueño')
    const { accessId } = await withAccess(owner)
    await camila.command('/despacho', 'acceso dueño')
    await camila.click(await camila.waitForView('Accesos de Marcos Dueño'), 'Agregar acceso')
    const form = await camila.waitForView(named('access_add'))
    const again = await camila.submit(form, { email: owner.email.toUpperCase() })
    expect(again.errors).toEqual({ email: 'Ese correo ya tiene un acceso. Pida otra dirección.' })
    expect(visibleText(viewOf(camila.view()))).not.toContain('Es la misma persona')
    expect((await accessesOf(owner.clientId)).map((one) => one.accessId)).toEqual([accessId])
  })

  test('of the same person, may be extended to this client, after a question that says what that means', async () => {
    const owner = await newClient('Nicolás Dueño')
    const company = await newClient('Viñas del Maipo SpA')
    const { sessionToken, accessId } = await enterPortal(slack.office, slack.firm, owner.clientId, {
      email: owner.email,
    })
    await letters()
    await camila.command('/despacho', 'acceso maipo')
    await camila.click(await camila.waitForView('Accesos de Viñas del Maipo SpA'), 'Agregar acceso')
    const refused = await camila.submit(await camila.waitForView(named('access_add')), {
      email: owner.email,
      can: ['tasks'],
    })
    expect(refused.errors.email).toContain('Pida otra dirección.')
    const offer = await camila.waitForView('el de Nicolás Dueño. Pida otra dirección.')
    expect(JSON.stringify(offer.blocks)).toContain(
      'Nicolás Dueño verá con el mismo acceso también lo de Viñas del Maipo SpA',
    )
    await camila.click(offer, 'Es la misma persona: extender el acceso de Nicolás Dueño')
    await camila.waitForView('El acceso de Nicolás Dueño ahora abre también lo de Viñas del Maipo SpA.')
    expect(await accessesOf(company.clientId)).toMatchObject([
      { accessId, clients: [{ name: 'Nicolás Dueño' }, { name: 'Viñas del Maipo SpA' }] },
    ])
    expect(await clientSession(slack.office, sessionToken)).toBeNull()
    expect(await letters()).toEqual([])
    await camila.dismiss()
    const list = await camila.waitForView('Clientes: Nicolás Dueño y Viñas del Maipo SpA')

    await camila.click(list, 'access_menu', { option: 'Quitar' })
    await camila.click(await camila.waitForView('Quitar acceso'), 'Quitar solo lo de Viñas del Maipo SpA')
    await camila.waitForView('El acceso de Nicolás Dueño ya no abre lo de Viñas del Maipo SpA.')
    expect(await accessesOf(company.clientId)).toEqual([])
    expect(await accessesOf(owner.clientId)).toHaveLength(1)
    expect(slack.api.violations).toEqual([])
  })
})

describe('an access that is', () => {
  test('edited ends its sessions at once, and says so before and after', async () => {
    const client = await newClient('Olga Editada')
    const visit = await enterPortal(slack.office, slack.firm, client.clientId, { email: client.email })
    await camila.command('/despacho', 'acceso editada')
    const list = await camila.waitForView('Ya ingresó · última visita el martes 3 de marzo')
    await camila.click(list, 'access_menu', { option: 'Editar' })
    const form = await camila.waitForView('quien esté conectado deberá ingresar de nuevo')
    expect(form.blocks.some((block) => block.block_id === 'kind')).toBe(false)
    const other = await newClient('Otra Persona')
    await withAccess(other)
    const taken = await camila.submit(form, { email: other.email })
    expect(taken.errors.email).toContain('Pida otra dirección.')
    expect(await clientSession(slack.office, visit.sessionToken)).not.toBeNull()
    await camila.fillIn(form, { email: client.email })
    const done = await camila.submit(form, { name: 'Olga E.', can: ['tasks', 'documents'] })
    expect(visibleText(viewOf(done.view))).toContain('Quien estaba conectado deberá ingresar de nuevo.')
    expect(await clientSession(slack.office, visit.sessionToken)).toBeNull()
    expect(await accessesOf(client.clientId)).toMatchObject([
      { name: 'Olga E.', email: client.email, can: ['tasks', 'documents'] },
    ])
    await camila.dismiss()
    await camila.waitForView('Ve novedades y solicitudes, y además: tareas del estudio, documentos')
    expect(slack.api.violations).toEqual([])
  })

  test('removed opens nothing from that moment, after a question', async () => {
    const client = await newClient('Raúl Quitado')
    const visit = await enterPortal(slack.office, slack.firm, client.clientId, { email: client.email })
    await camila.command('/despacho', 'acceso quitado')
    const list = await camila.waitForView('Accesos de Raúl Quitado')
    await camila.click(list, 'access_menu', { option: 'Quitar' })
    const question = await camila.waitForView('Este acceso deja de abrir el portal de inmediato')
    expect(await accessesOf(client.clientId)).toHaveLength(1)
    const done = await camila.submit(question)
    expect(visibleText(viewOf(done.view))).toContain('Se quitó el acceso.')
    await camila.repeat({ asRetry: true })
    expect(await clientSession(slack.office, visit.sessionToken)).toBeNull()
    expect(await lookAtLink(slack.office, visit.token)).toBeNull()
    expect(await refusal(enterByLink(slack.office, { token: visit.token, from: '192.0.2.1' }))).toBe(
      'not_found',
    )
    await camila.dismiss()
    await camila.waitForView('Aún no hay accesos.')
  })
})

describe('the list', () => {
  test('of all clients goes page by page, and says whose each access is', async () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await withAccess(await newClient(`AAA ${number}`))
    await joao.command('/despacho', 'acesso')
    const all = await joao.submit(await joao.waitForView(named('access_pick')))
    const first = viewOf(all.view)
    expect(visibleText(first)).toContain('Acessos de todos os clientes')
    expect(visibleText(first)).toContain('Cliente: AAA 1')
    expect(visibleText(first)).toContain('Por link: entra sem senha, com seu link pessoal')
    expect(visibleText(first)).toContain('Sem convite')
    expect(visibleText(first)).not.toContain('AAA 9')
    await joao.click(first, 'Ver mais')
    const second = await joao.waitForView('AAA 9')
    await joao.click(second, 'Voltar')
    await joao.waitForView('AAA 1')
    expect(slack.api.violations).toEqual([])
  })

  test('is that of a matter’s clients where the words mean a matter, and is asked for where they mean several clients', async () => {
    const one = await newClient('Gemela Pérez')
    const two = await newClient('Gemela Soto')
    await withAccess(one)
    await withAccess(two)
    await slack.firm.addMatter({ title: 'Tercería de dominio', clients: [one.clientId, two.clientId] })
    await camila.command('/despacho', 'acceso tercería')
    const both = await camila.waitForView('Accesos de Gemela Pérez y Gemela Soto')
    expect(visibleText(both)).toContain('Cliente: Gemela Soto')
    await camila.command('/despacho', 'acceso gemela')
    const asked = await camila.waitForView('Hay más de una coincidencia. Elija el cliente.')
    const offered = await camila.suggest(asked, 'client', two.email)
    expect(offered.map((option) => option.text.text)).toEqual(['Gemela Soto'])
    const shown = await camila.submit(asked, { client: 'Gemela Soto' })
    expect(visibleText(viewOf(shown.view))).toContain('Accesos de Gemela Soto')
  })
})

test('guests and strangers see no access, and what they type, click or submit has no effect', async () => {
  const client = await newClient('Vera Reservada')
  await withAccess(client)
  await letters()
  await camila.command('/despacho', 'acceso reservada')
  const list = await camila.waitForView('Accesos de Vera Reservada')
  await camila.click(list, 'Agregar acceso')
  const form = await camila.waitForView(named('access_add'))
  for (const name of ['guido', 'ursula', 'esteban', 'pedro']) {
    const guest = slack.user(name)
    await guest.command('/despacho', 'acceso reservada')
    await guest.waitForMessage(/Despacho (es solo|is for members)/)
    expect(guest.view()).toBeUndefined()
    expect(await guest.suggest(form, 'client', 'reservada')).toEqual([])
    await guest.click(list, 'access_menu', { option: 'Enviar invitación' })
    await guest.submit(form, { email: `${name}@correo.example` })
  }
  expect(await accessesOf(client.clientId)).toMatchObject([{ email: client.email, state: 'not_invited' }])
  expect(await letters()).toEqual([])
})

describe('a lawyer who looks through the eyes of a client', () => {
  function links(view: SlackView): string[] {
    const buttons = view.blocks.map((block) => asObject(asObject(block).accessory))
    return buttons.flatMap(({ url }) => (typeof url === 'string' ? [url] : []))
  }
  const tokenIn = (url = '') => url.split('/').at(-1) ?? ''

  test('gets a link for each of the clients, made when asked for, that shows the matter once', async () => {
    const one = await newClient('Irene Mirada')
    const two = await newClient('Juan Mirado')
    await withAccess(one)
    const parties = { clients: [one.clientId, two.clientId] }
    const matterId = await slack.firm.addMatter({ title: 'Servidumbre de paso', ...parties })
    await camila.command('/proceso', 'servidumbre')
    const matter = await camila.waitForView('Servidumbre de paso')
    await camila.click(matter, 'Ver como cliente')
    const looks = await camila.waitForView('Cada enlace sirve una vez')
    const said = visibleText(looks)
    expect(said).toContain(`Irene Mirada · ${one.email}`)
    expect(said).toContain('Ve esta causa.')
    expect(said).toContain('Aún no tiene acceso. Así vería la causa con el acceso habitual.')
    const [first, second] = links(looks)
    expect(first).toMatch(/^http:\/\/127\.0\.0\.1:3000\/preview\/[\w-]{20,}$/)
    const offered = await lookAtPreview(slack.office, tokenIn(second))
    expect(offered).toMatchObject({ clientName: 'Juan Mirado' })
    const entered = await beginPreview(slack.office, { token: tokenIn(first) })
    expect(entered.matterId).toBe(matterId)
    expect(await clientSession(slack.office, entered.sessionToken)).toMatchObject({
      clientIds: [one.clientId],
      borrowedBy: { memberId: lawyer.memberId },
    })
    expect(await refusal(beginPreview(slack.office, { token: tokenIn(first) }))).toBe('not_found')
    slack.office.later({ minutes: 11 })
    expect(await lookAtPreview(slack.office, tokenIn(second))).toBeNull()
    expect(slack.api.violations).toEqual([])
  })

  test('is told why a client does not see the matter', async () => {
    const ours = await newClient('Sara Oculta')
    const against = await newClient('Tito Contrario')
    const parties = { clients: [ours.clientId], otherSide: [against.clientId] }
    const matterId = await slack.firm.addMatter({ title: 'Reivindicación', ...parties })
    await hideMatter(slack.office, { by: slack.firm.ana, matterId })
    await joao.command('/processo', 'reivindicación')
    await joao.click(await joao.waitForView('Reivindicación'), 'Ver como o cliente')
    const looks = await joao.waitForView('Não vê este processo: está oculto para os clientes.')
    expect(visibleText(looks)).toContain('Ainda não tem acesso. Não vê este processo: está oculto')
    expect(visibleText(looks)).toContain('Tito Contrario')
    expect(visibleText(looks)).toContain('Não vê este processo: é a parte contrária.')
    // The other side is not looked at from here.
    const shown = links(looks)
    expect(shown).toHaveLength(1)
    expect((await beginPreview(slack.office, { token: tokenIn(shown[0]) })).matterId).toBeNull()
  })

  test('turns pages where a matter has many clients, each page with links of its own', async () => {
    const many: string[] = []
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      many.push((await newClient(`Comunero ${number}`)).clientId)
    }
    await slack.firm.addMatter({ title: 'Comunidad de aguas', clients: many })
    await camila.command('/proceso', 'comunidad aguas')
    await camila.click(await camila.waitForView('Comunidad de aguas'), 'Ver como cliente')
    const first = await camila.waitForView(named('open_as_client'))
    expect(links(first)).toHaveLength(8)
    await camila.click(first, 'Ver más')
    const second = await camila.waitForView('Comunero 10')
    expect(links(second)).toHaveLength(2)
    // Slack tells of the click on the link, too.
    await camila.click(second, 'Ver como cliente')
    expect(slack.api.violations).toEqual([])
  })
})
