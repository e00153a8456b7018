import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { firmSettings } from '#core/firms/firm-settings.ts'
import { handOver } from '#core/members/hand-over.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { listMembers } from '#core/members/list-members.ts'
import { memberFromChat } from '#core/members/member-from-chat.ts'
import { setAbsence } from '#core/members/set-absence.ts'
import { sendDigests } from '#core/reminders/send-digests.ts'
import { askFor } from '#test/office/ask-for.ts'
import { chatsOf, deliver } from '#test/office/deliveries.ts'
import { inChargeOf } from '#test/office/in-charge.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { tenant } from '#test/office/law-firm.ts'
import { firmInSlack, type FirmInSlack } from '#test/slack/firm-in-slack.ts'
import type { SlackView } from '#test/slack/open-views.ts'
import type { SlackUser } from '#test/slack/slack-user.ts'
import { visibleText } from '#test/slack/visible-text.ts'

let slack: FirmInSlack
/** A lawyer and a second one, who read Spanish; the admin reads Portuguese, the assistant English. */
let camila: SlackUser
let pedro: SlackUser
let joao: SlackUser
let emily: SlackUser
let actors: Record<'camila' | 'pedro' | 'joao', MemberActor>

beforeAll(async () => {
  slack = await firmInSlack()
  const [c, p, j, e] = [
    await slack.join('camila', 'lawyer'),
    await slack.join('pedro', 'lawyer'),
    await slack.join('joao', 'admin'),
    await slack.join('emily', 'assistant'),
  ]
  ;[camila, pedro, joao, emily] = [c.user, p.user, j.user, e.user]
  actors = { camila: c.actor, pedro: p.actor, joao: j.actor }
})
afterAll(() => slack?.close())
beforeEach(() => {
  slack.api.violations.length = 0
})

function named(callbackId: string) {
  return (view: SlackView) => view.callback_id === callbackId
}

async function openSettings(user: SlackUser, typed = 'ajustes') {
  const before = user.view()?.root_view_id
  await user.command('/despacho', typed)
  return user.waitForView((view) => view.callback_id === 'settings' && view.root_view_id !== before)
}

async function openTeam() {
  await joao.click(await openSettings(joao), 'settings_team')
  return joao.waitForView(named('team'))
}

/** Somebody new, in Slack only by an id. */
const newMember = (name: string, role: MemberActor['role'] = 'lawyer') => slack.firm.addMember(name, role)

async function newMatter(title: string, responsible: MemberActor, more: object = {}) {
  const clients = [slack.firm.rosaId]
  return slack.firm.addMatter({ title, clients, responsible: [responsible.memberId], ...more })
}

/** A request in the matter, to which Rosa has answered; who was told of it. */
async function answered(matterId: string) {
  const requestId = await askFor(slack.office, slack.firm, 'Cédula', { matterId, by: slack.firm.ana })
  const to = [await replyAddressOf(slack.office, 'rosa@correo.example', requestId)]
  const attachments = [{ name: 'cedula.pdf', content: `%PDF-1.7 ${requestId}`, type: 'application/pdf' }]
  const answer = () => mailComesIn(slack.office, { from: 'rosa@correo.example', to, attachments })
  return { requestId, answer, to }
}

async function told(): Promise<string[]> {
  return (await deliver(slack.office)).notes.map((note) => `${note.kind} ${note.memberId}`)
}

const inCharge = (matterId: string) => inChargeOf(slack.office, matterId)

/** The absence of a member as everybody in the firm sees it. */
async function absenceOf(memberId: string) {
  const people = await listMembers(slack.office, { by: actors.camila })
  return people.find((one) => one.memberId === memberId)?.absence
}

describe('a member’s own settings', () => {
  test('name their language as Slack’s profile says it, and are in it', async () => {
    expect(visibleText(await openSettings(camila))).toContain('Idioma: Español, el de su perfil de Slack.')
    expect(visibleText(await openSettings(joao))).toContain('Idioma: Português, o do seu perfil do Slack.')
    const english = visibleText(await openSettings(emily, 'settings'))
    expect(english).toContain('Language: English')
    expect(english).toContain('Admins of the firm change this.')
    expect(english).not.toContain('Add a person')
  })

  test('hold an absence with a delegate, who is told what comes from the one day to the other and no longer', async () => {
    const matterId = await newMatter('Arbitraje Los Boldos', actors.camila)
    await camila.click(await openSettings(camila), 'Ausencia')
    const form = await camila.waitForView(named('settings_absence'))
    const past = await camila.submit(form, { delegate: 'Pedro', from: '2026-03-01', until: '2026-03-02' })
    expect(past.errors.until).toContain('La fecha ya pasó.')
    const own = await camila.submit(form, { delegate: 'Camila Rojas', until: '2026-03-06' })
    expect(own.errors.delegate).toContain('Camila Rojas')
    await camila.submit(form, { delegate: 'Pedro', from: '2026-03-04', until: '2026-03-05' })
    const after = await camila.waitForView('Ausencia guardada.')
    expect(visibleText(after)).toContain(
      'Ausente del miércoles 4 de marzo al jueves 5 de marzo · Le reemplaza Pedro Soto.',
    )
    const [camilaId, pedroId] = [actors.camila.memberId, actors.pedro.memberId]
    await deliver(slack.office)

    const before = await answered(matterId)
    await before.answer()
    expect(await told()).toEqual([`answersArrived ${camilaId}`])
    slack.office.later({ days: 1 })
    await (await answered(matterId)).answer()
    expect((await told()).sort()).toEqual([`answersArrived ${camilaId}`, `answersArrived ${pedroId}`].sort())
    slack.office.later({ days: 2 })
    await (await answered(matterId)).answer()
    expect(await told()).toEqual([`answersArrived ${camilaId}`])
    expect(slack.api.violations).toEqual([])
  })

  test('end an absence before its day', async () => {
    await camila.click(await openSettings(camila), 'Ausencia')
    await camila.submit(await camila.waitForView(named('settings_absence')), { delegate: 'Pedro' })
    await camila.click(await camila.waitForView('sin fecha de regreso'), 'Terminar la ausencia')
    await camila.waitForView('La ausencia terminó.')
    expect(await absenceOf(actors.camila.memberId)).toBeNull()
  })

  test('stop the digest and bring it back', async () => {
    const digests = async () =>
      (await chatsOf(slack.office, 'digest')).filter((row) => row.memberId === actors.camila.memberId).length
    await camila.click(await openSettings(camila), 'No recibirlo')
    await camila.waitForView('No recibirá más el resumen de pendientes.')
    await sendDigests(slack.office)
    expect(await digests()).toBe(0)
    await camila.click(await openSettings(camila), 'Recibirlo')
    await camila.waitForView('Recibirá el resumen de pendientes.')
    await sendDigests(slack.office)
    expect(await digests()).toBe(1)
    await deliver(slack.office)
  })
})

describe('matters that are handed over', () => {
  test('one of them, take with them what waits for review; clients’ old reply addresses live on', async () => {
    const matterId = await newMatter('Cobranza Río Claro', actors.camila)
    const kept = await newMatter('Queda con Camila', actors.camila)
    const { answer, to } = await answered(matterId)
    await answer()
    const secret = { from: 'extrano@correo.example', to }
    await mailComesIn(slack.office, secret)
    await told()
    await camila.click(await openSettings(camila), 'Entregar causas')
    const form = await camila.waitForView(named('settings_hand_over'))
    const own = await camila.submit(form, { to: 'Camila Rojas', matters: ['Cobranza'] })
    expect(own.errors.to).toContain('Camila Rojas')
    await camila.submit(form, { to: 'Pedro' })
    await camila.repeat({ asRetry: true })
    await camila.waitForView('Pedro Soto está a cargo de 1 causa más.')
    const pedroId = actors.pedro.memberId
    expect(await inCharge(matterId)).toEqual([pedroId])
    expect(await inCharge(kept)).toEqual([actors.camila.memberId])
    expect((await told()).sort()).toEqual(
      [`answersArrived ${pedroId}`, `mailQuarantined ${pedroId}`, `mattersTaken ${pedroId}`].sort(),
    )
    await mailComesIn(slack.office, { from: 'rosa@correo.example', to, text: 'Una pregunta más.' })
    expect(await told()).toEqual([`messageArrived ${pedroId}`])
    expect(slack.api.violations).toEqual([])
  })

  test('and what was handed back before it was told is not named any more', async () => {
    const { office } = slack
    const [kept, back] = [
      await newMatter('Se queda con Pedro', actors.camila),
      await newMatter('Vuelve a Camila', actors.camila),
    ]
    const [camilaId, pedroId] = [actors.camila.memberId, actors.pedro.memberId]
    await slack.deliver()
    const hand = { by: actors.camila, fromId: camilaId, toId: pedroId }
    await handOver(office, { ...hand, matterIds: [kept, back] })
    await handOver(office, { by: actors.pedro, fromId: pedroId, toId: camilaId, matterIds: [back] })
    await slack.deliver()
    const taken = await pedro.waitForMessage('Se queda con Pedro')
    expect(visibleText(taken)).toContain('de una causa')
    expect(visibleText(taken)).not.toContain('Vuelve a Camila')
    await handOver(office, { ...hand, matterIds: [back] })
    await handOver(office, { by: actors.pedro, fromId: pedroId, toId: camilaId, matterIds: [back] })
    const before = (await pedro.inbox()).length
    await slack.deliver()
    expect(await pedro.inbox()).toHaveLength(before)
  })

  test('with what had not left yet: it reaches the colleague, not whoever handed them over', async () => {
    const matterId = await newMatter('Prescripción Arauco', actors.camila)
    const { answer } = await answered(matterId)
    await answer()
    await camila.click(await openSettings(camila), 'Entregar causas')
    const form = await camila.waitForView(named('settings_hand_over'))
    await camila.submit(form, { to: 'Pedro', matters: ['Prescripción'] })
    const pedroId = actors.pedro.memberId
    expect((await told()).sort()).toEqual([`answersArrived ${pedroId}`, `mattersTaken ${pedroId}`])
  })

  test('of a team go to somebody of the team, whom an admin takes in', async () => {
    const matterId = await newMatter('Fusión Delta', actors.camila, { team: 'Fusiones' })
    await camila.click(await openSettings(camila), 'Entregar causas')
    const form = await camila.waitForView(named('settings_hand_over'))
    const refused = await camila.submit(form, { to: 'Pedro', matters: ['Fusión'] })
    expect(refused.errors.to).toContain('Pedro Soto no integra ese equipo.')
    expect(await inCharge(matterId)).toEqual([actors.camila.memberId])
    const team = await openTeam()
    await joao.click(team, 'member_menu', { near: 'Camila Rojas', option: 'Transferir processos' })
    const byAdmin = await joao.waitForView(named('settings_hand_over'))
    await joao.submit(byAdmin, { to: 'Pedro', matters: ['Fusión'] })
    await joao.waitForView('Pedro Soto responde por mais 1 processo.')
    expect(await inCharge(matterId)).toEqual([actors.pedro.memberId])
    await pedro.command('/despacho', 'proceso fusión delta')
    await pedro.waitForView('Fusión Delta')
    await deliver(slack.office)
  })

  test('are not handed over by a colleague whose they are not', async () => {
    const matterId = await newMatter('Ajena', actors.pedro)
    await camila.click(await openSettings(camila), 'Entregar causas')
    const form = await camila.waitForView(named('settings_hand_over'))
    const metadata = JSON.stringify({ over: 'settings', memberId: actors.pedro.memberId })
    const refused = await camila.submit({ ...form, private_metadata: metadata }, { to: 'Camila Rojas' })
    expect(visibleText(refused.view ?? {})).toContain('Su rol no permite hacer esto.')
    expect(await inCharge(matterId)).toEqual([actors.pedro.memberId])
  })
})

describe('the firm’s people, to an admin', () => {
  test('are listed, taken in, and given another role', async () => {
    await joao.click(await openTeam(), 'Adicionar usuário')
    const form = await joao.waitForView(named('member_add'))
    const taken = await joao.submit(form, { name: 'Outra', email: 'CAMILA@firma.example', role: 'assistant' })
    expect(taken.errors.email).toContain('camila@firma.example')
    await joao.submit(form, { name: 'Sofía Vidal', email: 'sofia@firma.example' })
    await joao.repeat({ asRetry: true })
    const team = await joao.waitForView('Sofía Vidal faz parte da equipe.')
    expect(visibleText(team)).toContain('assistente do escritório · ainda sem usuário de chat')
    await joao.click(team, 'member_menu', { near: '*Sofía Vidal*', option: 'Alterar função' })
    await joao.submit(await joao.waitForView(named('member_role')), { role: 'lawyer' })
    await joao.waitForView('Sofía Vidal agora: advogado ou advogada.')
    const people = await listMembers(slack.office, { by: actors.joao })
    expect(people.filter((one) => one.name === 'Sofía Vidal')).toMatchObject([{ role: 'lawyer' }])
    expect(slack.api.violations).toEqual([])
  })

  test('who leave are out of everything at once, and what was theirs is somebody’s in the same act', async () => {
    const { office, firm } = slack
    const leaver = await newMember('Bruno Saliente')
    const away = await newMember('Carla Lejana')
    const matterId = await newMatter('Herencia Saliente', leaver, { visibility: 'private' })
    await newMatter('Cerrada Saliente', leaver)
    const { answer } = await answered(matterId)
    await answer()
    const absence = { delegateId: leaver.memberId, from: '2026-03-01', until: null }
    await setAbsence(office, { by: away, memberId: away.memberId, absence })
    await joao.click(await openTeam(), 'member_menu', { near: '*Bruno Saliente*', option: 'Desligar' })
    const form = await joao.waitForView(named('member_leave'))
    expect(visibleText(form)).toContain('Bruno Saliente responde por 2 processos.')
    const orphaned = await joao.submit(form, {}, { force: true })
    expect(orphaned.errors.successor).toContain('2 processos')
    await joao.submit(form, { successor: 'Pedro' })
    await joao.waitForView('Bruno Saliente não faz mais parte da equipe.')

    const pedroId = actors.pedro.memberId
    expect(await inCharge(matterId)).toEqual([pedroId])
    expect((await told()).sort()).toEqual([`answersArrived ${pedroId}`, `mattersTaken ${pedroId}`])
    const identity = { platform: 'slack' as const, tenant, userId: 'UBRUNO-SALIENTE' }
    await expect(memberFromChat(office, identity)).rejects.toMatchObject({ code: 'not_a_member' })
    expect(await absenceOf(away.memberId)).toMatchObject({ delegateId: pedroId })
    expect((await listMembers(office, { by: firm.ana })).map((one) => one.name)).not.toContain(
      'Bruno Saliente',
    )
    await expect(listMembers(office, { by: leaver })).rejects.toMatchObject({ code: 'not_a_member' })
    expect(slack.api.violations).toEqual([])
  })

  test('who leave are refused in Slack from that moment on, and come back as who they were', async () => {
    const emilyId = (await listMembers(slack.office, { by: actors.joao })).find(
      (one) => one.name === 'Emily Ward',
    )?.memberId
    const open = await openSettings(emily, 'settings')
    await joao.click(await openTeam(), 'member_menu', { near: '*Emily Ward*', option: 'Desligar' })
    await joao.submit(await joao.waitForView(named('member_leave')))
    await joao.waitForView('Emily Ward não faz mais parte da equipe.')
    await emily.click(open, 'settings_digest')
    await emily.waitForView('Despacho is for members')
    await joao.click(await openTeam(), 'Adicionar usuário')
    const back = { name: 'Emily Ward', email: 'emily@firma.example', role: 'assistant' }
    await joao.submit(await joao.waitForView(named('member_add')), back)
    await joao.waitForView('Emily Ward faz parte da equipe.')
    const people = await listMembers(slack.office, { by: actors.joao })
    expect(people.find((one) => one.name === 'Emily Ward')).toMatchObject({
      memberId: emilyId,
      inChat: false,
    })
  })

  test('the last admin neither leaves nor loses the role', async () => {
    await joao.click(await openTeam(), 'member_menu', { near: '*Ana Rojas*', option: 'Desligar' })
    await joao.submit(await joao.waitForView(named('member_leave')), { successor: 'Pedro' })
    const team = await joao.waitForView('Ana Rojas não faz mais parte da equipe.')
    await joao.click(team, 'member_menu', { near: '*João Lima*', option: 'Alterar função' })
    const role = await joao.submit(await joao.waitForView(named('member_role')), { role: 'lawyer' })
    expect(role.errors).toEqual({
      role: 'É a única pessoa que administra o escritório. Nomeie outra antes.',
    })
    await joao.click(await openTeam(), 'member_menu', { near: '*João Lima*', option: 'Desligar' })
    const leave = await joao.submit(await joao.waitForView(named('member_leave')), { successor: 'Pedro' })
    expect(leave.errors.successor).toContain('É a única pessoa que administra o escritório.')
    await deliver(slack.office)
  })
})

describe('the firm’s settings, to an admin', () => {
  test('say how it shows itself and when it is closed', async () => {
    await joao.click(await openSettings(joao), 'Dados do escritório')
    const form = await joao.waitForView(named('settings_firm'))
    const wrong = await joao.submit(form, { accent: 'azul' })
    expect(wrong.errors.accent).toContain('“azul”')
    const spell = await joao.submit(form, { accent: '7A1F3D', 'closing-days': 'depois do carnaval' })
    expect(spell.errors['closing-days']).toContain('depois do carnaval')
    await joao.submit(form, {
      name: 'Rojas & Soto',
      timezone: 'America/Punta_Arenas',
      'support-contact': 'recepcion@rojas.example',
      hold: '60',
      unproven: 'accept',
      'closing-days': '18-09-2026 – 20-09-2026\n31/12/2026',
    })
    const after = await joao.waitForView('Configurações salvas.')
    expect(visibleText(after)).toContain('Fecha 4 dias além dos feriados')
    expect(await firmSettings(slack.office, { by: actors.camila })).toMatchObject({
      name: 'Rojas & Soto',
      locale: 'es-CL',
      timeZone: 'America/Punta_Arenas',
      supportContact: 'recepcion@rojas.example',
      accent: '#7a1f3d',
      holdSeconds: 60,
      trustsServer: true,
      closingDays: ['2026-09-18', '2026-09-19', '2026-09-20', '2026-12-31'],
    })
    expect(slack.api.violations).toEqual([])
  })

  test('say when and how often clients are reminded, and when the digest leaves', async () => {
    await joao.click(await openSettings(joao), 'Lembretes e resumo')
    const form = await joao.waitForView(named('settings_reminders'))
    const backwards = await joao.submit(form, { from: '15', until: '10' })
    expect(backwards.errors.until).toContain('“10”')
    await joao.submit(form, { from: '10', until: '18', apart: '3', weekly: '1', 'digest-hour': '07:30' })
    const after = await joao.waitForView('Configurações salvas.')
    expect(visibleText(after)).toContain(
      'Lembra os clientes em dias úteis, das 10h às 18h (horário deles), no máximo a cada 3 dias, uma vez por semana.',
    )
    expect(await firmSettings(slack.office, { by: actors.camila })).toMatchObject({
      digestHour: '07:30',
      policy: { from: 10, until: 18, daysApart: 3, mostPerWeek: 1 },
    })
    expect(slack.api.violations).toEqual([])
  })

  test('are nobody else’s to change, whatever they send', async () => {
    const form = await openSettings(camila)
    for (const [callbackId, metadata] of [
      ['settings_firm', { over: 'settings' }],
      ['settings_reminders', { over: 'settings' }],
      ['member_add', { over: 'team' }],
      ['member_role', { over: 'team', memberId: actors.camila.memberId }],
      ['member_leave', { over: 'team', memberId: actors.joao.memberId }],
    ] as const) {
      const forged = { ...form, callback_id: callbackId, private_metadata: JSON.stringify(metadata) }
      const before = [
        await firmSettings(slack.office, { by: actors.camila }),
        await listMembers(slack.office, { by: actors.camila }),
      ]
      await camila.submit(forged, {}, { force: true })
      const after = [
        await firmSettings(slack.office, { by: actors.camila }),
        await listMembers(slack.office, { by: actors.camila }),
      ]
      expect(after).toEqual(before)
    }
  })
})
