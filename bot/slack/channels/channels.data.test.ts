import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { editMatter } from '#core/matters/edit-matter.ts'
import { linkChannel } from '#core/matters/channels/link-channel.ts'
import { unlinkChannel } from '#core/matters/channels/unlink-channel.ts'
import { channelFor } from '#core/matters/channels/channel-for.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { enterPortal, upload, type Visit } from '#test/office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { refusal } from '#test/office/refusal.ts'
import { firmInSlack, type FirmInSlack } from '#test/slack/firm-in-slack.ts'
import type { SlackUser } from '#test/slack/slack-user.ts'
import { visibleText } from '#test/slack/visible-text.ts'
import { slackApp, type SlackChannel } from '#test/slack/workspace.ts'

let slack: FirmInSlack
/** A lawyer who reads Spanish, a lawyer who reads Portuguese. */
let camila: SlackUser
let joao: SlackUser
let lawyer: MemberActor
let rosa: Visit
let causas: string

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  ;({ user: joao } = await slack.join('joao', 'lawyer'))
  rosa = await enterPortal(slack.office, slack.firm, slack.firm.rosaId, {
    email: 'rosa@correo.example',
    privateMatters: true,
  })
  causas = slack.api.channelId('causas')
  await slack.api.inviteBot('causas')
})
afterAll(() => slack?.close())
beforeEach(() => {
  slack.api.violations.length = 0
})

/** Matters of a test that have a channel, which the next one wants for itself. */
const withChannel: string[] = []
afterEach(async () => {
  for (const matterId of withChannel.splice(0))
    await unlinkChannel(slack.office, { by: lawyer, matterId, platform: 'slack' })
})

type More = { visibility?: 'private'; sensitive?: boolean }

async function newMatter(title: string, more: More = {}): Promise<string> {
  const { firm } = slack
  return firm.addMatter({ title, clients: [firm.rosaId], responsible: [lawyer.memberId], ...more })
}

const where = (channel: string) => ({ platform: 'slack', tenant: slackApp.teamId, channel }) as const

async function linked(title: string, channel: string, more: More = {}): Promise<string> {
  const matterId = await newMatter(title, more)
  await linkChannel(slack.office, { by: lawyer, matterId, where: where(channel) })
  withChannel.push(matterId)
  return matterId
}

/** Rosa hands in one of two things asked of her. */
async function handedIn(matterId: string, title = 'Antecedentes de Rosa') {
  const { office, firm } = slack
  const requestId = await askFor(office, firm, 'Cédula\nPoder', { by: lawyer, matterId, title })
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  await handIn(office, { by: { session: rosa.session }, itemId, files: [upload('cedula-de-rosa.pdf')] })
  await slack.deliver()
  return requestId
}

function change(name: string, more: Partial<SlackChannel>) {
  const channel = slack.api.workspace.channels.find((one) => one.name === name)
  if (channel) Object.assign(channel, more)
}

const held = async (matterId: string) =>
  (await channelFor(slack.office, { by: lawyer, matterId, platform: 'slack' })).link?.held

describe('a channel is linked', () => {
  test('from the matter that was asked for in it, and let go again', async () => {
    await newMatter('Enlace de prueba')
    await camila.command('/proceso', 'enlace prueba', { in: causas })
    await camila.click(await camila.waitForView('Enlace de prueba'), 'Canal')
    const form = await camila.waitForView('channel')
    expect(JSON.stringify(form.blocks)).toContain(`"initial_conversation":"${causas}"`)
    const done = await camila.submit(form)
    expect(visibleText(done.view ?? {})).toContain('Desde ahora lo que ocurra en la causa se avisa en')
    await camila.dismiss()
    await camila.click(await camila.waitForView('Enlace de prueba'), 'Canal')
    await camila.click(await camila.waitForView('Canal vinculado:'), 'Desvincular')
    await camila.waitForView('La causa ya no tiene canal.')
    await camila.dismiss()
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test.each([
    ['con-cliente', {}, 'está compartido con otra organización'],
    ['causas', { isPendingExtShared: true }, 'está compartido con otra organización'],
    ['causas', { isOrgShared: true }, 'está compartido con otra organización'],
    ['reservado', {}, 'Despacho no está en ese canal. Escriba ahí `/invite @Despacho`'],
  ])('but not %s (%j)', async (name, more, words) => {
    change(name, more)
    await newMatter(`Sin canal ${words.length}${JSON.stringify(more).length}${name}`)
    await camila.command('/proceso', `canal ${words.length}${JSON.stringify(more).length}${name}`)
    await camila.click(await camila.waitForView('Sin canal'), 'Canal')
    const refused = await camila.submit(await camila.waitForView('channel'), {
      channel: slack.api.channelId(name),
    })
    expect(refused.errors.channel).toContain(words)
    change(name, { isPendingExtShared: false, isOrgShared: false })
    await camila.dismiss()
    await camila.dismiss()
  })

  test('to one matter only, and never to a sensitive one or by whom it is none of', async () => {
    const { office } = slack
    await linked('Primera del canal', causas)
    const other = await newMatter('Segunda del canal')
    const secret = await newMatter('Reservada del canal', { sensitive: true })
    const ofOthers = await newMatter('Privada del canal', { visibility: 'private' })
    const link = (id: string, by = lawyer) => linkChannel(office, { by, matterId: id, where: where(causas) })
    expect(await refusal(link(other))).toBe('channel_taken')
    expect(await refusal(link(secret))).toBe('matter_sensitive')
    const { actor: stranger } = await slack.join('pedro', 'lawyer')
    expect(await refusal(link(ofOthers, stranger))).toBe('not_found')
  })
})

describe('commands typed in it', () => {
  test('are about its matter, without a word said', async () => {
    const matterId = await linked('Del canal propio', causas)
    await camila.command('/novedad', '', { in: causas })
    expect(JSON.stringify((await camila.waitForView('text')).blocks)).toContain('Del canal propio')
    await camila.dismiss()
    await camila.command('/solicitar', '', { in: causas })
    expect(JSON.stringify((await camila.waitForView('items')).blocks)).toContain('Del canal propio')
    await camila.dismiss()
    await camila.command('/proceso', '', { in: causas })
    expect((await camila.waitForView('Del canal propio')).callback_id).toBe('communication')
    await camila.dismiss()
    const elsewhere = await newMatter('De otro lado')
    await askFor(slack.office, slack.firm, 'Cédula', { by: lawyer, matterId, title: 'Lo de aquí' })
    await askFor(slack.office, slack.firm, 'Cédula', { by: lawyer, matterId: elsewhere, title: 'Lo de allá' })
    await camila.command('/pendientes', '', { in: causas })
    expect(visibleText(await camila.waitForView('Lo de aquí'))).not.toContain('Lo de allá')
    await camila.dismiss()
    expect(slack.api.violations).toEqual([])
  })

  test('say nothing of a matter that is not theirs', async () => {
    await linked('Privada de Camila', causas, { visibility: 'private' })
    await joao.command('/processo', '', { in: causas })
    const view = await joao.waitForView('matter')
    expect(JSON.stringify(view)).not.toContain('Privada')
    await joao.dismiss()
  })
})

describe('what happens in its matter', () => {
  test('is told there by reference and counts, and not directly; who decided what is said in place', async () => {
    const matterId = await linked('Secretos de Rosa', causas)
    await handedIn(matterId)
    const told = await camila.waitForMessage('Llegaron respuestas de un cliente', { in: causas })
    const said = `${visibleText(told)}${told.text}${JSON.stringify(told.blocks)}`
    expect(visibleText(told)).toContain('Recibido 1 de 2 · 1 por revisar')
    for (const secret of ['Rosa', 'Secretos', 'cedula-de-rosa', 'Cédula', 'Antecedentes']) {
      expect(said).not.toContain(secret)
    }
    expect((await camila.inbox()).filter((one) => visibleText(one).includes('Secretos de Rosa'))).toEqual([])
    await camila.click(told, 'Revisar')
    await camila.click(await camila.waitForView('*Cédula*'), 'Aprobar')
    await camila.waitForView('✓ Aprobado por Camila Rojas')
    await camila.dismiss()
    await slack.deliver()
    const now = (await slack.api.messagesIn(causas)).find((one) => one.ts === told.ts)
    expect(visibleText(now ?? {})).toContain('1 aprobado · por Camila Rojas')
    expect(JSON.stringify(now?.blocks)).not.toContain('"review"')
    expect(slack.api.violations).toEqual([])
  })

  test('can be acted on by whoever may see the matter, and nobody else', async () => {
    const matterId = await linked('Privada con canal', causas, { visibility: 'private' })
    await handedIn(matterId)
    const told = await camila.waitForMessage('Llegaron respuestas', { in: causas })
    await joao.click(told, 'Revisar')
    await joao.waitForMessage('Não foi encontrado, ou você não tem acesso a isto.')
    const guest = slack.user('guido')
    await guest.click(told, 'Revisar')
    await guest.waitForMessage('Despacho es solo para integrantes')
    expect([joao.view(), guest.view()]).toEqual([undefined, undefined])
  })

  test('has one thread there for each request', async () => {
    const matterId = await linked('Hilo de Rosa', causas)
    const requestId = await handedIn(matterId)
    const root = await camila.waitForMessage('Llegaron respuestas', { in: causas })
    await mailComesIn(slack.office, {
      from: 'rosa@correo.example',
      to: [await replyAddressOf(slack.office, 'rosa@correo.example', requestId)],
      text: '¿Hasta cuándo tengo plazo?',
    })
    await slack.deliver()
    const written = await camila.waitForMessage('Escribió un cliente', { in: causas })
    expect(written.threadTs).toBe(root.ts)
    expect(JSON.stringify(written)).not.toContain('plazo')
    expect(slack.api.violations).toEqual([])
  })

  test('goes to its members directly from the moment outsiders share the channel, who are told so once', async () => {
    const matterId = await linked('Canal compartido', causas)
    change('causas', { isExtShared: true })
    const before = (await slack.api.messagesIn(causas)).length
    await handedIn(matterId, 'Primera')
    await camila.waitForMessage('Canal compartido')
    const why = await camila.waitForMessage('Los avisos de esta causa vuelven por mensaje directo')
    expect(visibleText(why)).toContain('compartido con otra organización')
    change('causas', { isExtShared: false })
    await handedIn(matterId, 'Segunda')
    const direct = (await camila.inbox()).filter((one) =>
      visibleText(one).includes('Rosa Fuentes respondió 1 ítem'),
    )
    expect(direct.filter((one) => /Primera|Segunda/.test(visibleText(one)))).toHaveLength(2)
    const explained = (await camila.inbox()).filter((one) =>
      visibleText(one).includes('vuelven por mensaje directo'),
    )
    expect(explained).toHaveLength(1)
    expect(await slack.api.messagesIn(causas)).toHaveLength(before)
    expect(await held(matterId)).toBe('shared')
    expect(slack.api.violations).toEqual([])
  })

  test('goes to them, too, once the matter is marked sensitive', async () => {
    const matterId = await linked('Después reservada', causas)
    const before = (await slack.api.messagesIn(causas)).length
    await editMatter(slack.office, { by: slack.firm.system, matterId, sensitive: true })
    await handedIn(matterId)
    await camila.waitForMessage('Rosa Fuentes respondió 1 ítem')
    expect(await slack.api.messagesIn(causas)).toHaveLength(before)
  })

  test('and where the app is not any more', async () => {
    const matterId = await linked('Sin el bot', slack.api.channelId('reservado'))
    await handedIn(matterId, 'Sin el bot')
    await camila.waitForMessage('Sin el bot')
    expect(await held(matterId)).toBe('gone')
  })
})
