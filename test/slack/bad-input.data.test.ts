import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { events } from '#db/schema/delivery.ts'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { closeMatter } from '#core/matters/close-matter.ts'
import { communicationOf } from '#core/matters/communication.ts'
import { hideMatter } from '#core/matters/hide-matter.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { leaveFirm } from '#core/members/leave-firm.ts'
import { saveTemplate } from '#core/requests/templates/save-template.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { askFor, itemsIn } from '../office/ask-for.ts'
import { enterPortal, upload, type Visit } from '../office/enter-portal.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import type { SlackView } from './open-views.ts'
import type { SlackUser } from './slack-user.ts'
import { visibleText } from './visible-text.ts'
import { slackApp } from './workspace.ts'

let slack: FirmInSlack
/** A lawyer who reads Spanish, and one who reads Portuguese. */
let camila: SlackUser
let joao: SlackUser
let lawyer: MemberActor
let colleague: MemberActor
let rosa: Visit

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  ;({ user: joao, actor: colleague } = await slack.join('joao', 'lawyer'))
  rosa = await enterPortal(slack.office, slack.firm, slack.firm.rosaId, { email: 'rosa@correo.example' })
})
afterAll(() => slack?.close())
beforeEach(() => {
  slack.api.violations.length = 0
  slack.api.ephemerals.length = 0
})

/** A matter of both lawyers. */
async function newMatter(title: string): Promise<string> {
  const responsible = [lawyer.memberId, colleague.memberId]
  return slack.firm.addMatter({ title, clients: [slack.firm.rosaId], responsible })
}

/** Rosa hands in everything that was asked of her, and both lawyers are told. */
async function handedIn(title: string, items: string[]) {
  const { office, firm } = slack
  const matterId = await newMatter(title)
  const requestId = await askFor(office, firm, items.join('\n'), { by: lawyer, matterId, title })
  for (const { id: itemId, title: name } of await itemsIn(office, requestId)) {
    const files = [upload(`${name}.pdf`, `%PDF-1.4 ${name}`)]
    await handIn(office, { by: { session: rosa.session }, itemId, files })
  }
  await slack.deliver()
  return { matterId, requestId }
}

async function happened(matterId: string): Promise<string[]> {
  const rows = await slack.office.db.read.select().from(events).where(eq(events.matterId, matterId))
  return rows.map((row) => row.kind)
}

async function newsOf(matterId: string) {
  return (await communicationOf(slack.office, { by: slack.firm.ana, matterId })).news
}

function named(callbackId: string, words = '') {
  return (view: SlackView) => view.callback_id === callbackId && visibleText(view).includes(words)
}

/** The second step of news on the matter. */
async function secondStep(title: string, text: string): Promise<SlackView> {
  await camila.command('/novedad', title)
  const second = await camila.submit(await camila.waitForView('text'), { text })
  if (!second.view) throw new Error('no second step')
  return second.view
}

describe('two members decide at once about the same answer', () => {
  test('one wins, the other is told by whom, and the message says so to both', async () => {
    const items = Array.from({ length: 6 }, (_, number) => `Papel ${'ABCDEF'[number]}`)
    const { requestId, matterId } = await handedIn('Carrera', items)
    const hers = await camila.waitForMessage('Carrera')
    const his = await joao.waitForMessage('Carrera')
    for (const item of items) {
      await joao.click(his, 'Rechazar', { near: `*${item}*` })
      const form = await joao.waitForView('reason')
      const [, rejected] = await Promise.all([
        camila.click(hers, 'Aprobar', { near: `*${item}*` }),
        joao.submit(form, { reason: 'illegible' }),
      ])
      const status = await slack.api.until(
        async () =>
          (await itemsIn(slack.office, requestId)).find(
            (one) => one.title === item && one.status !== 'received',
          )?.status,
        'a verdict',
      )
      if (status === 'approved') {
        expect(visibleText(rejected.view ?? {})).toContain('Já foi aprovado por Camila Rojas.')
        await joao.dismiss()
      } else {
        expect(rejected.view).toBeUndefined()
        await camila.waitForMessage('Ya lo rechazó João Lima.')
      }
    }
    const verdicts = (await happened(matterId)).filter((kind) => /answer(Approved|Rejected)/.test(kind))
    expect(verdicts).toHaveLength(items.length)
    await slack.deliver()
    const now = await Promise.all([camila.inbox(), joao.inbox()])
    const standing = now.flat().filter((one) => visibleText(one).includes('Carrera'))
    expect(standing).toHaveLength(2)
    for (const message of standing) expect(JSON.stringify(message.blocks)).not.toContain('"approve"')
    expect(slack.api.violations).toEqual([])
  })
})

describe('Slack’s three seconds are over', () => {
  test.each([
    ['/solicitar', 'tarde', 'items'],
    ['/despacho', 'pendientes', 'No hay nada pendiente.'],
  ])(
    'after %s %s: a private message offers it again, with what was typed',
    async (command, typed, wanted) => {
      await newMatter('Llega tarde')
      slack.api.fail('views.open', { status: 200, error: 'expired_trigger_id' })
      await camila.command(command, typed)
      const late = await camila.waitForMessage('Slack no alcanzó a abrir el formulario.')
      expect(late.isEphemeral).toBe(true)
      await camila.click(late, 'Intentar de nuevo')
      const view = await camila.waitForView(command === '/solicitar' ? wanted : named('pending'))
      if (command === '/solicitar') expect(JSON.stringify(view.blocks)).toContain('Llega tarde')
      await camila.dismiss()
      expect(slack.api.violations).toEqual([])
    },
  )

  test('after a click in a message: its author alone is told, and clicks again', async () => {
    await handedIn('Tarde en mensaje', ['Cédula'])
    const told = await camila.waitForMessage('Tarde en mensaje')
    slack.api.fail('views.open', { status: 200, error: 'expired_trigger_id' })
    await camila.click(told, 'Rechazar')
    expect((await camila.waitForMessage('Slack no alcanzó a abrir')).isEphemeral).toBe(true)
    await camila.click(told, 'Rechazar')
    await camila.waitForView('reason')
    await camila.dismiss()
  })

  test('after a click in a view: it says so itself', async () => {
    await newMatter('Tarde en vista')
    await camila.command('/proceso', 'tarde vista')
    const view = await camila.waitForView('Tarde en vista')
    slack.api.fail('views.push', { status: 200, error: 'expired_trigger_id', times: 2 })
    await camila.click(view, 'Publicar novedad')
    await camila.waitForView('Slack no alcanzó a abrir el formulario.')
    await camila.dismiss()
  })
})

describe('a view that is not what it was', () => {
  test('sent once more after it was confirmed does nothing again', async () => {
    const matterId = await newMatter('Vista vieja')
    const second = await secondStep('vista vieja', 'Una sola vez')
    await camila.submit(second)
    await camila.submit(second)
    await camila.submit({ ...second, hash: '1.stale' })
    expect(await newsOf(matterId)).toHaveLength(1)
    await camila.dismiss()
  })

  test('and that Slack does not let be changed any more stays as it is, without alarm', async () => {
    await newMatter('Choque de vistas')
    await camila.command('/proceso', 'choque vistas')
    const view = await camila.waitForView('Choque de vistas')
    slack.api.fail('views.update', { status: 200, error: 'hash_conflict' })
    const before = camila.whispers().length
    await camila.click(view, 'Ocultar a clientes')
    await slack.api.until(() => slack.api.calls.at(-1)?.method === 'views.update' || undefined, 'the update')
    await camila.command('/despacho', 'ayuda')
    await camila.waitForMessage('Qué puede hacer desde aquí')
    expect(camila.whispers()).toHaveLength(before + 1)
    expect(camila.view()?.id).toBe(view.id)
    await camila.dismiss()
  })
})

describe('a form that has changed since it was clicked in', () => {
  const adds = ({ callback_id: id }: SlackView) => id === 'news'

  test('keeps what is in it, and asks for the hearing when it is clicked again', async () => {
    const matterId = await newMatter('Cambia al pulsar')
    await camila.command('/novedad', 'cambia al pulsar')
    const form = await camila.waitForView(
      (view) => adds(view) && JSON.stringify(view).includes('Cambia al pulsar'),
    )
    await camila.fillIn(form, { text: 'A medio escribir' })
    const asks = (view: SlackView) => view.blocks.some((block) => block.block_id === 'hearing-day')
    const before = camila.whispers().length
    await camila.click({ ...form, hash: '1.stale' }, 'Agregar audiencia o urgencia')
    await slack.idle()
    expect(slack.api.calls.at(-1)).toMatchObject({
      method: 'views.update',
      answer: { error: 'hash_conflict' },
    })
    expect(camila.view()).toEqual(form)
    expect(camila.whispers()).toHaveLength(before)

    await camila.click(form, 'Agregar audiencia o urgencia')
    const full = await camila.waitForView(asks)
    const second = (await camila.submit(full)).view
    expect(visibleText(second ?? {})).toContain('A medio escribir')
    await camila.submit(second ?? full)
    expect(await newsOf(matterId)).toHaveLength(1)
    while (camila.view()) await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test('keeps what is in it, and takes the template when it is picked again', async () => {
    const template = { title: 'Papeles de plantilla', details: '', items: 'Pasaporte', dueInDays: null }
    await saveTemplate(slack.office, { by: lawyer, templateId: null, name: 'Migraciones', ...template })
    await newMatter('Plantilla al pulsar')
    await camila.command('/solicitar', 'plantilla al pulsar')
    const form = await camila.waitForView((view) => JSON.stringify(view).includes('Plantilla al pulsar'))
    await camila.fillIn(form, { details: 'A medio escribir' })
    await camila.fillIn({ ...form, hash: '1.stale' }, { template: 'Migraciones' })
    await slack.idle()
    expect(slack.api.calls.at(-1)).toMatchObject({
      method: 'views.update',
      answer: { error: 'hash_conflict' },
    })
    expect(camila.view()).toEqual(form)

    await camila.fillIn(form, { template: 'Migraciones' })
    const filled = await camila.waitForView((view) => JSON.stringify(view.blocks).includes('Pasaporte'))
    expect(JSON.stringify(filled.blocks)).toContain('A medio escribir')
    while (camila.view()) await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })
})

describe('while a form is open', () => {
  test('its matter is hidden: the second step asks what to do, and nothing that was written is lost', async () => {
    const matterId = await newMatter('Se oculta')
    const second = await secondStep('se oculta', 'Lo que se escribió')
    await hideMatter(slack.office, { by: slack.firm.system, matterId })
    const asked = await camila.submit(second)
    expect(visibleText(asked.view ?? {})).toContain('La causa está oculta')
    expect(visibleText(asked.view ?? {})).toContain('Lo que se escribió')
    if (!asked.view) throw new Error('nothing was asked')
    await camila.submit(asked.view, { announce: 'keep' })
    expect(await newsOf(matterId)).toMatchObject([{ announced: false }])
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test('its matter is hidden: a request asks the same, and its client is not written to', async () => {
    const matterId = await newMatter('Se esconde')
    await camila.command('/solicitar', 'se esconde')
    const form = await camila.waitForView(named('request', ''))
    const { view: second } = await camila.submit(form, { title: 'Papeles', items: 'Cédula de siempre' })
    if (!second) throw new Error('no second step')
    await hideMatter(slack.office, { by: slack.firm.system, matterId })
    await slack.deliver()
    const { view: asked } = await camila.submit(second)
    expect(visibleText(asked ?? {})).toContain('La causa está oculta')
    expect(visibleText(asked ?? {})).toContain('Cédula de siempre')
    if (!asked) throw new Error('nothing was asked')
    await camila.submit(asked, { announce: 'keep' })
    slack.office.later({ minutes: 2 })
    expect(await slack.deliver()).toEqual([])
    const { requests } = await communicationOf(slack.office, { by: slack.firm.ana, matterId })
    expect(requests).toMatchObject([{ title: 'Papeles', announced: false }])
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test('its matter is closed: it is refused in words, and nothing is sent', async () => {
    const matterId = await newMatter('Se cierra')
    const second = await secondStep('se cierra', 'Demasiado tarde')
    await closeMatter(slack.office, { by: slack.firm.system, matterId })
    const refused = await camila.submit(second)
    expect(visibleText(refused.view ?? {})).toContain('La causa está cerrada')
    expect(await newsOf(matterId)).toEqual([])
    await camila.dismiss()
  })

  test('its matter is taken out of the member’s sight: it is as if it had never been', async () => {
    const { firm, office } = slack
    const matterId = await firm.addMatter({ title: 'Se aparta', clients: [firm.rosaId] })
    const second = await secondStep('se aparta', 'Ya no es mía')
    await camila.dismiss()
    await camila.command('/proceso', 'se aparta')
    const view = await camila.waitForView('Se aparta')
    await write(office.db, (tx) =>
      tx.update(matters).set({ visibility: 'private' }).where(eq(matters.id, matterId)),
    )
    await camila.click(view, 'Ocultar a clientes')
    await camila.waitForView('No se encontró, o usted no tiene acceso a esto.')
    const refused = await camila.submit(second)
    expect(visibleText(refused.view ?? refused.body.view ?? {})).toContain('No se encontró')
    expect(await newsOf(matterId)).toEqual([])
    expect((await happened(matterId)).filter((kind) => kind === 'matterHidden')).toEqual([])
    await camila.dismiss()
    await camila.dismiss()
  })

  test('its member is removed from the firm: nothing they still send counts', async () => {
    const { office, firm } = slack
    const { user: pedro, actor } = await slack.join('pedro', 'lawyer')
    const matterId = await firm.addMatter({ title: 'Se va Pedro', clients: [firm.rosaId] })
    await pedro.command('/novedad', 'se va pedro')
    const second = await pedro.submit(await pedro.waitForView('text'), { text: 'De quien ya no está' })
    if (!second.view) throw new Error('no second step')
    await leaveFirm(office, { by: firm.system, memberId: actor.memberId, successorId: null })
    const refused = await pedro.submit(second.view)
    expect(visibleText(refused.view ?? {})).toContain('Despacho es solo para integrantes')
    expect(await newsOf(matterId)).toEqual([])
    expect(await pedro.suggest(second.view, 'matter', 'pedro').catch(() => [])).toEqual([])
  })
})

describe('a member who is made a guest', () => {
  const guests = (...names: string[]) => {
    for (const person of slack.api.workspace.people) {
      const isGuest = names.includes(person.name)
      if (person.name === 'joao') person.isRestricted = isGuest
    }
  }
  afterEach(() => guests())

  test('is refused from that moment on, whatever they had open', async () => {
    const matterId = await newMatter('Convidado de repente')
    await joao.command('/novidade', 'convidado')
    const form = await joao.waitForView(named('news', 'Convidado'))
    const second = (await joao.submit(form, { text: 'Antes' })).view
    guests('joao')
    const late = await joao.submit(second ?? form)
    expect(visibleText(late.view ?? {})).toContain('O Despacho é só para')
    expect(await newsOf(matterId)).toEqual([])
    await joao.command('/novidade', 'convidado')
    await joao.waitForMessage('O Despacho é só para')
  })

  test.each(['isBot', 'isDeleted', 'isStranger', 'isUltraRestricted'] as const)(
    'is refused just the same where Slack says %s',
    async (what) => {
      const [person] = slack.api.workspace.people.filter(({ name }) => name === 'joao')
      if (!person) throw new Error('nobody is called joao')
      const told = () => joao.whispers().filter(({ text }) => text.includes('O Despacho é só para')).length
      const [before, open] = [told(), joao.view()?.id]
      person[what] = true
      try {
        await joao.command('/novidade')
        await expect.poll(told, { timeout: 10_000 }).toBe(before + 1)
      } finally {
        delete person[what]
      }
      expect(joao.view()?.id).toBe(open)
    },
  )

  test('finds nothing by typing either, once Slack has said that they changed', async () => {
    await newMatter('Digitando ainda')
    await joao.command('/novidade')
    const form = await joao.waitForView((view) => view.callback_id === 'news')
    expect(await joao.suggest(form, 'matter', 'digitando')).not.toEqual([])
    guests('joao')
    await joao.event({ type: 'user_change', user: { id: joao.id, team_id: slackApp.teamId } })
    await slack.api.until(
      async () => (await joao.suggest(form, 'matter', 'digitando')).length === 0 || undefined,
      'nothing to be found',
    )
  })

  test('who is none may act while Slack limits who asks it about people', async () => {
    await newMatter('Sin respuesta')
    await camila.command('/proceso', 'sin respuesta')
    await camila.waitForView('Sin respuesta')
    slack.api.fail('users.info', { status: 429, retryAfter: 1 })
    await camila.command('/novedad', 'sin respuesta')
    await camila.waitForView(
      (view) => view.callback_id === 'news' && visibleText(view).includes('Sin respuesta'),
    )
  })
})

describe('Slack delivers the same thing again', () => {
  const asRetry = { asRetry: true }

  test('a verdict, a reminder and hiding have one effect each', async () => {
    const { matterId } = await handedIn('Repetidas', ['Cédula'])
    await askFor(slack.office, slack.firm, 'Poder\nTítulo', { by: lawyer, matterId, title: 'Más papeles' })
    const told = await camila.waitForMessage('Repetidas')
    await camila.click(told, 'Aprobar')
    await camila.repeat(asRetry)
    await camila.command('/proceso', 'repetidas')
    const view = await camila.waitForView('Más papeles')
    await camila.click(view, 'request_menu', { near: 'Más papeles', option: 'Recordar ahora' })
    await camila.repeat(asRetry)
    await camila.waitForView('Recordatorio enviado.')
    await camila.click(view, 'Ocultar a clientes')
    await camila.repeat(asRetry)
    await camila.waitForView('La causa quedó oculta')
    await camila.dismiss()
    await slack.api.until(
      async () => (await happened(matterId)).includes('answerApproved') || undefined,
      'the approval',
    )
    const kinds = await happened(matterId)
    for (const once of ['answerApproved', 'reminderSent', 'matterHidden']) {
      expect(
        kinds.filter((kind) => kind === once),
        once,
      ).toHaveLength(1)
    }
  })

  test('a rejection and news, too, though the answer was lost', async () => {
    const { matterId } = await handedIn('Otra vez', ['Cédula'])
    await camila.click(await camila.waitForMessage('Otra vez'), 'Rechazar')
    await camila.submit(await camila.waitForView('reason'), { reason: 'expired' })
    await camila.repeat(asRetry)
    const second = await secondStep('otra vez', 'Dicho una vez')
    await camila.submit(second)
    const again = await camila.repeat(asRetry)
    expect(again.status).toBe(200)
    expect((await happened(matterId)).filter((kind) => kind === 'answerRejected')).toHaveLength(1)
    expect(await newsOf(matterId)).toHaveLength(1)
    await camila.dismiss()
  })

  test('a command opens one form', async () => {
    await camila.command('/solicitar')
    await camila.waitForView('items')
    const opened = () =>
      slack.api.calls.filter((call) => call.method === 'views.open' && call.answer?.ok === true)
    const before = opened().length
    await camila.repeat(asRetry)
    await camila.dismiss()
    await camila.command('/despacho', 'ayuda')
    await camila.waitForMessage('Qué puede hacer desde aquí')
    expect(opened()).toHaveLength(before)
  })
})
