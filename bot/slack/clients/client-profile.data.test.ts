import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clientProfile } from '#core/clients/client-profile.ts'
import { publishNews } from '#core/news/publish-news.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { deadAddress } from '#test/office/dead-address.ts'
import { deliver } from '#test/office/deliveries.ts'
import { words } from '#test/office/law-firm.ts'
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
async function newClient(name: string, additional: string[] = []) {
  clients += 1
  const email = `cliente${clients}@correo.example`
  const clientId = await slack.firm.addClient(name, email, { additional })
  const matterId = await slack.firm.addMatter({ title: `Causa de ${name}`, clients: [clientId] })
  return { email, clientId, matterId }
}

/** To whom news on the matter is mailed when it leaves now. */
async function toldOf(matterId: string): Promise<string[]> {
  await publishNews(slack.office, { by: lawyer, matterId, body: words('Hubo audiencia.') })
  const { letters } = await deliver(slack.office)
  return letters.map((letter) => letter.to.email).sort()
}

const kill = (email: string) => deadAddress(slack.office, slack.firm.firmId, email)

const profileOf = (clientId: string) => clientProfile(slack.office, { by: lawyer, clientId })

function named(callbackId: string) {
  return (view: SlackView) => view.callback_id === callbackId
}

/** Finds the client by the first words of their name, as nobody else is called. */
async function openProfile(user: SlackUser, typed: string, name = typed.replace('cliente ', '')) {
  await user.command('/despacho', typed)
  const isTheirs = (view: SlackView) =>
    view.callback_id === 'client' && visibleText(view).toLowerCase().includes(name)
  return user.waitForView(isTheirs)
}

describe('a lawyer who keeps a client’s contact sheet', () => {
  test('changes it in chat, and the next notice goes by it', async () => {
    const { clientId, matterId } = await newClient('Rosaura Ficha')
    const profile = await openProfile(camila, 'cliente rosaura')
    await camila.click(profile, 'Editar ficha')
    const form = await camila.waitForView(named('client_edit'))
    await camila.submit(form, {
      name: 'Rosaura Ficha Soto',
      'tax-id': '123456785',
      email: 'Nueva@Correo.example',
      phone: '+56 9 1234 5678\n\n +56 2 2345 6789 ',
      address: 'Huérfanos 1160, Santiago',
      locale: 'pt-BR',
      timezone: 'America/Sao_Paulo',
      salutation: 'Estimada señora Rosaura',
    })
    const after = await camila.waitForView('Ficha guardada. Rige desde el próximo aviso.')
    const said = visibleText(after)
    expect(said).toContain('Rosaura Ficha Soto')
    expect(said).toContain('RUT 12.345.678-5')
    expect(said).toContain('+56 9 1234 5678 · +56 2 2345 6789')
    expect(said).toContain('Português · Brasilia y São Paulo')
    expect(said).toContain('Causa de Rosaura Ficha')
    expect(await toldOf(matterId)).toEqual(['nueva@correo.example'])
    expect(await profileOf(clientId)).toMatchObject({
      salutation: 'Estimada señora Rosaura',
      locale: 'pt-BR',
    })
    expect(slack.api.violations).toEqual([])
  })

  test('is told at the field what is not right, and nothing is changed', async () => {
    const { clientId, email } = await newClient('Berta Errada')
    await camila.click(await openProfile(camila, 'cliente berta'), 'Editar ficha')
    const form = await camila.waitForView(named('client_edit'))
    const wrong = await camila.submit(form, { name: 'Otro nombre', email: 'berta' })
    expect(wrong.errors).toEqual({ email: '«berta» no es una dirección de correo.' })
    expect(await profileOf(clientId)).toMatchObject({ name: 'Berta Errada', email })
  })

  test('finds nobody whose matters are all kept from them, nor can open or change them by id', async () => {
    const secretId = await slack.firm.addClient('Zulema Oculta', 'zulema@correo.example')
    await slack.firm.addMatter({ title: 'Nulidad', clients: [secretId], visibility: 'private' })
    await camila.command('/despacho', 'cliente zulema')
    await camila.waitForView('No se encontró ningún cliente con «zulema».')
    await newClient('Yolanda Vista')
    const profile = await openProfile(camila, 'cliente yolanda')
    const metadata = JSON.stringify({ clientId: secretId, page: 0 })
    await camila.click(profile, 'Editar ficha')
    const form = await camila.waitForView(named('client_edit'))
    const refused = await camila.submit({ ...form, private_metadata: metadata }, { name: 'Robada' })
    expect(visibleText(refused.view ?? {})).toContain('No se encontró, o usted no tiene acceso a esto.')
    const said = visibleText(await openProfile(joao, 'cliente zulema'))
    expect(said).toContain('Zulema Oculta')
    expect(said).toContain('Processos e casos (1)')
  })

  test('finds the client by the matter, too, and goes on to the accesses', async () => {
    const { clientId } = await newClient('Ximena Buscada')
    await slack.firm.addMatter({ title: 'Expropiación Ruta 68', clients: [clientId] })
    const profile = await openProfile(camila, 'cliente expropiación', 'ximena buscada')
    expect(visibleText(profile)).toContain('Ximena Buscada')
    await camila.click(profile, 'Accesos al portal')
    await camila.waitForView('Accesos de Ximena Buscada')
    await camila.command('/despacho', 'ficha')
    const asked = await camila.waitForView(named('client_pick'))
    const picked = await camila.submit(asked, { client: 'Ximena' })
    expect(visibleText(picked.view ?? {})).toContain('Causas y asuntos (2)')
  })
})

describe('an additional address', () => {
  test('gets the notices of the matters it is for, from the next one on, until it is removed', async () => {
    const { clientId, email, matterId } = await newClient('Comercial Andes Ltda')
    const otherId = await slack.firm.addMatter({ title: 'Cobranza Andes', clients: [clientId] })
    await camila.click(await openProfile(camila, 'cliente comercial andes'), 'Agregar correo')
    const form = await camila.waitForView(named('client_email'))
    const added = {
      email: 'Contador@Andes.example',
      name: 'Luis Paz',
      role: 'Contador',
      matters: ['Cobranza'],
    }
    await camila.submit(form, added)
    await camila.repeat({ asRetry: true })
    const profile = await camila.waitForView('contador@andes.example recibirá los avisos desde el próximo.')
    expect(visibleText(profile)).toContain('Luis Paz · Contador\nSolo de: Cobranza Andes')
    expect(await toldOf(matterId)).toEqual([email])
    expect(await toldOf(otherId)).toEqual([email, 'contador@andes.example'].sort())

    await camila.click(profile, 'client_email_menu', { option: 'Editar' })
    const edit = await camila.waitForView('Editar correo')
    await camila.submit(edit, { matters: [], role: 'Contador externo' })
    const edited = await camila.waitForView('Recibe todos los avisos')
    expect(await toldOf(matterId)).toEqual([email, 'contador@andes.example'].sort())

    await camila.click(edited, 'client_email_menu', { option: 'Quitar' })
    await publishNews(slack.office, { by: lawyer, matterId, body: words('Aún sin salir.') })
    await camila.submit(await camila.waitForView('no recibirá nada más'))
    await camila.waitForView('Se quitó contador@andes.example.')
    expect((await deliver(slack.office)).letters.map((letter) => letter.to.email)).toEqual([email])
    expect((await profileOf(clientId)).additional).toEqual([])
    expect(slack.api.violations).toEqual([])
  })

  test('that the client has already, in any letter case, is refused at the field', async () => {
    const { clientId, email } = await newClient('Inés Repetida', ['hija@correo.example'])
    await camila.click(await openProfile(camila, 'cliente inés'), 'Agregar correo')
    const form = await camila.waitForView(named('client_email'))
    for (const taken of ['HIJA@correo.example', email.toUpperCase()]) {
      const again = await camila.submit(form, { email: taken })
      expect(again.errors).toEqual({ email: `«${taken.toLowerCase()}» ya existe.` })
    }
    expect((await profileOf(clientId)).additional).toHaveLength(1)
  })

  test('keeps the matters that whoever edits it does not see, and says how many they are', async () => {
    const { clientId } = await newClient('Hugo Reservado')
    const title = 'Separación'
    const secretId = await slack.firm.addMatter({ title, clients: [clientId], visibility: 'private' })
    const seenId = await slack.firm.addMatter({ title: 'Arriendo Hugo', clients: [clientId] })
    await joao.click(await openProfile(joao, 'cliente hugo'), 'Adicionar e-mail')
    const form = await joao.waitForView(named('client_email'))
    await joao.submit(form, { email: 'hermana@correo.example', matters: ['Separación', 'Arriendo'] })
    const profile = await openProfile(camila, 'cliente hugo')
    const said = visibleText(profile)
    expect(said).toContain('Solo de: Arriendo Hugo y 1 causa que usted no ve')
    expect(said).not.toContain('Separación')
    await camila.click(profile, 'client_email_menu', { option: 'Editar' })
    await camila.submit(await camila.waitForView('Editar correo'), { matters: [] })
    const after = await camila.waitForView('Solo de: 1 causa que usted no ve')
    expect(visibleText(after)).not.toContain('Solo de: Arriendo')
    expect(await toldOf(secretId).catch(() => 'not hers')).toBe('not hers')
    expect(await toldOf(seenId)).not.toContain('hermana@correo.example')
  })
})

describe('an address that refused mail for good', () => {
  test('says so, and is used again once it is corrected or said to work, not when something else is saved', async () => {
    const { email, matterId } = await newClient('Mario Rebotado', ['rebota@correo.example'])
    await kill(email)
    await kill('rebota@correo.example')
    const profile = await openProfile(camila, 'cliente mario rebotado')
    expect(visibleText(profile)).toContain('rebota@correo.example* · ⚠️ no recibe')
    expect(await toldOf(matterId)).toEqual([])
    await camila.click(profile, 'Editar ficha')
    await camila.submit(await camila.waitForView(named('client_edit')), { address: 'Moneda 1' })
    const saved = await camila.waitForView('Ficha guardada.')
    expect(await toldOf(matterId)).toEqual([])

    await camila.click(saved, 'client_correct')
    const correct = await camila.waitForView(named('client_correct'))
    await camila.submit(correct, { email: 'mario.nuevo@correo.example' })
    const corrected = await camila.waitForView('Guardado: mario.nuevo@correo.example.')
    expect(await toldOf(matterId)).toEqual(['mario.nuevo@correo.example'])
    await camila.click(corrected, 'client_email_menu', { option: 'Corregir' })
    await camila.submit(await camila.waitForView('se volverá a usar'))
    await camila.waitForView('Guardado: rebota@correo.example.')
    expect(await toldOf(matterId)).toEqual(['mario.nuevo@correo.example', 'rebota@correo.example'])
    expect(slack.api.violations).toEqual([])
  })
})

describe('a client with safe contact', () => {
  test('is written to at the main address alone, in their hours, with nothing that tells; what comes before waits', async () => {
    const { email, matterId } = await newClient('Paula Segura', ['pareja@correo.example'])
    await camila.click(await openProfile(camila, 'cliente paula segura'), 'Contacto seguro')
    const form = await camila.waitForView(named('client_safe'))
    const backwards = await camila.submit(form, { safe: 'safe', from: '16:00', until: '13:00' })
    expect(backwards.errors).toEqual({ until: '«13:00» no es una opción válida.' })
    await camila.submit(form, { safe: 'safe', from: '13:00', until: '16:00' })
    const profile = await camila.waitForView('Contacto seguro activado.')
    expect(visibleText(profile)).toContain('solo el correo principal, entre 13:00 y 16:00')
    // It is 11:00 in Santiago.
    expect(await toldOf(matterId)).toEqual([])
    slack.office.later({ hours: 2 })
    const { letters } = await deliver(slack.office)
    expect(letters).toMatchObject([{ to: { email }, discreet: true }])

    await camila.click(profile, 'Contacto seguro')
    await camila.submit(await camila.waitForView(named('client_safe')), { safe: 'normal' })
    await camila.waitForView('se le contacta como a cualquier cliente')
    slack.office.later({ hours: 4 })
    expect(await toldOf(matterId)).toEqual([email, 'pareja@correo.example'].sort())
    expect(slack.api.violations).toEqual([])
  })
})
