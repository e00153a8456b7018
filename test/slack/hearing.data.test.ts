import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clients } from '#db/schema/clients.ts'
import { write } from '#db/write.ts'
import type { Letter } from '#core/delivery/letter.ts'
import { communicationOf } from '#core/matters/communication.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { confirmByLink } from '#core/news/confirm-by-link.ts'
import { editNews } from '#core/news/edit-news.ts'
import { tellUnconfirmed } from '#core/news/tell-unconfirmed.ts'
import { tellUnconfirmedRequests } from '#core/requests/tell-unconfirmed-requests.ts'
import { mailComesIn, replyAddressOf } from '../office/incoming.ts'
import { words } from '../office/law-firm.ts'
import { refusal } from '../office/refusal.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import type { SlackView } from './open-views.ts'
import type { SlackUser } from './slack-user.ts'
import { visibleText } from './visible-text.ts'

let slack: FirmInSlack
let camila: SlackUser
let lawyer: MemberActor

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
})
afterAll(() => slack?.close())
beforeEach(async () => {
  await slack.deliver()
  slack.api.violations.length = 0
})

const seen = async (matterId: string) =>
  (await communicationOf(slack.office, { by: lawyer, matterId })).news[0]

/** The full form for news of a matter of its own. */
async function fullForm(title: string, more: { sensitive?: boolean; alias?: string } = {}) {
  const { firm } = slack
  const matterId = await firm.addMatter({
    title,
    clients: [firm.rosaId],
    responsible: [lawyer.memberId],
    ...more,
  })
  await camila.command('/novedad', more.sensitive ? '' : title.toLowerCase())
  const isFresh = (view: SlackView) => {
    const isTheirs = more.sensitive || JSON.stringify(view.blocks).includes(title)
    return view.callback_id === 'news' && isTheirs && !hasHearing(view)
  }
  const form = await camila.waitForView(isFresh)
  await camila.click(form, 'Agregar audiencia o urgencia')
  const full = await camila.waitForView((view) => view.callback_id === 'news' && hasHearing(view))
  return { matterId, form: full }
}

function hasHearing(view: SlackView): boolean {
  return view.blocks.some((block) => block.block_id === 'hearing-day')
}

const hearing = {
  'hearing-day': '2026-03-10',
  'hearing-time': '10:30',
  'hearing-place': '2º Juzgado de Familia, sala 3',
  'hearing-bring': 'Cédula de identidad',
}

async function send(form: SlackView, values: Record<string, string>): Promise<Letter[]> {
  const second = (await camila.submit(form, values)).view
  if (!second) throw new Error('no second step')
  const sent = await camila.submit(second)
  expect(visibleText(sent.view ?? {})).toContain('Enviado')
  return slack.deliver()
}

async function deleteFromList(search: string, text: string): Promise<void> {
  await camila.command('/proceso', search)
  await camila.click(await camila.waitForView(text), 'news_menu', { option: 'Eliminar' })
  const sure = await camila.waitForView((view) => view.callback_id === 'news_delete')
  expect(visibleText(sure)).toContain('un correo que la retira del calendario')
  await camila.submit(sure)
}

function tokenIn(letter: Letter | undefined): string {
  return letter?.confirmUrl?.split('/').at(-1) ?? ''
}

describe('news of a hearing', () => {
  test('tells when and where and what to bring, with a file for the calendar', async () => {
    const { matterId, form } = await fullForm('Divorcio Reyes')
    const second = (await camila.submit(form, { text: 'Hay audiencia.', ...hearing })).view
    expect(visibleText(second ?? {})).toContain(
      'Audiencia: martes 10 de marzo, 10:30 · 2º Juzgado de Familia',
    )
    expect(visibleText(second ?? {})).toContain('Cédula de identidad')
    await camila.click(second ?? form, 'Corregir')
    const again = await camila.waitForView((view) => view.callback_id === 'news' && hasHearing(view))
    const [letter] = await send(again, { text: 'Hay audiencia preparatoria.' })
    expect(letter).toMatchObject({ kind: 'newsPublished', confirmUrl: null })
    expect(letter?.calendar?.name).toBe('audiencia.ics')
    const text = letter?.calendar?.text ?? ''
    expect(text).toContain('DTSTART:20260310T133000Z')
    expect(text).toContain('LOCATION:2º Juzgado de Familia\\, sala 3')
    expect(text).toContain('SUMMARY:Audiencia (Estudio Rojas)')
    expect(await seen(matterId)).toMatchObject({ hearing: { at: '2026-03-10T13:30:00.000Z' } })
    expect(slack.api.violations).toEqual([])
  })

  test('needs day, hour and place, and lies ahead', async () => {
    const { form } = await fullForm('A medias')
    const begun = await camila.submit(form, { text: 'Hay audiencia.', 'hearing-day': '2026-03-10' })
    expect(Object.keys(begun.errors).sort()).toEqual(['hearing-place', 'hearing-time'])
    const past = await camila.submit(form, { ...hearing, 'hearing-day': '2026-03-02' })
    expect(past.errors['hearing-day']).toContain('La fecha ya pasó')
  })

  test('of a sensitive matter says nothing in the calendar but when', async () => {
    const { form } = await fullForm('Causa reservada', { sensitive: true, alias: 'PALTA' })
    const [letter] = await send(form, { text: 'Hay audiencia.', matter: 'PALTA', ...hearing })
    expect(letter).toMatchObject({ discreet: true })
    expect(letter?.calendar?.name).toBe('cita.ics')
    expect(letter?.calendar?.text).toContain('SUMMARY:Compromiso\r\n')
    expect(letter?.calendar?.text).not.toMatch(/Juzgado|Cédula|Estudio/)
  })

  test('that was put off takes the place of the earlier one in the calendar', async () => {
    const { matterId, form } = await fullForm('Postergada')
    const [first] = await send(form, { text: 'Hay audiencia.', ...hearing })
    slack.office.later({ hours: 1 })
    await camila.command('/proceso', 'postergada')
    await camila.click(await camila.waitForView('Hay audiencia.'), 'news_menu', { option: 'Editar' })
    const edit = await camila.waitForView((view) => view.callback_id === 'news_edit')
    await camila.submit(edit, { 'hearing-time': '12:00', announce: 'tell' })
    const [second] = await slack.deliver()
    const uid = (letter: Letter | undefined) => /UID:.*/.exec(letter?.calendar?.text ?? '')?.[0]
    expect(uid(second)).toBe(uid(first))
    expect(first?.calendar?.text).toContain('SEQUENCE:0')
    expect(second?.calendar?.text).toContain('SEQUENCE:1\r\n')
    expect(second?.calendar?.text).toContain('DTSTART:20260310T150000Z')
    expect((await seen(matterId))?.hearing?.at).toBe('2026-03-10T15:00:00.000Z')
  })

  test('that is off goes out of the calendar, however it was withdrawn', async () => {
    const { matterId, form } = await fullForm('Suspendida')
    const [first] = await send(form, { text: 'Hay audiencia.', ...hearing })
    slack.office.later({ hours: 1 })
    const uid = (letter: Letter | undefined) => /UID:.*/.exec(letter?.calendar?.text ?? '')?.[0]
    const newsId = (await seen(matterId))?.id ?? ''
    const edit = { by: lawyer, newsId, body: words('Se suspende.'), hearing: null }
    await editNews(slack.office, { ...edit, tellAgain: false })
    expect(await slack.deliver()).toEqual([])
    await editNews(slack.office, { ...edit, tellAgain: true })
    const off = await slack.deliver()
    expect(off).toHaveLength(3)
    expect(off[0]?.calendar).toMatchObject({ method: 'CANCEL', name: 'audiencia.ics' })
    expect(off[0]?.calendar?.text).toContain('SEQUENCE:2\r\n')
    expect(uid(off[0])).toBe(uid(first))
    slack.office.later({ hours: 1 })
    await editNews(slack.office, { ...edit, tellAgain: true })
    expect((await slack.deliver())[0]?.calendar).toBeNull()
  })

  test('that is deleted goes out of the calendar of each who was told, and nobody hears of one that is over', async () => {
    const { matterId, form } = await fullForm('Borrada')
    const [first] = await send(form, { text: 'Hay audiencia.', ...hearing })
    await deleteFromList('borrada', 'Hay audiencia.')
    const off = await slack.deliver()
    expect(off.map((letter) => [letter.kind, letter.calendar?.method])).toEqual(
      Array.from({ length: 3 }, () => ['hearingOff', 'CANCEL']),
    )
    expect(off[0]?.calendar?.text).toContain('SEQUENCE:1\r\n')
    expect(off[0]?.thread?.inReplyTo).toBe(first?.messageId)
    expect(await seen(matterId)).toBeUndefined()
    const past = await fullForm('Pasada')
    await send(past.form, { text: 'Hay audiencia pronto.', ...hearing })
    const now = slack.office.now
    slack.office.later({ days: 20 })
    await deleteFromList('pasada', 'Hay audiencia pronto.')
    expect(await slack.deliver()).toEqual([])
    slack.office.now = now
  })

  test('that is undone goes out of the calendar with the word not to mind it', async () => {
    const { form } = await fullForm('Deshecha')
    const second = (await camila.submit(form, { text: 'Hay audiencia.', ...hearing })).view
    const sent = (await camila.submit(second ?? form)).view
    await slack.deliver()
    await camila.click(sent ?? form, 'Deshacer envío')
    await camila.waitForView('Se deshizo')
    const letters = await slack.deliver()
    expect(letters.map((letter) => [letter.kind, letter.calendar?.method])).toEqual(
      Array.from({ length: 3 }, () => ['disregard', 'CANCEL']),
    )
  })

  test('keeps its hearing when only its words are edited', async () => {
    const { matterId, form } = await fullForm('Solo palabras')
    await send(form, { text: 'Hay audiencia.', ...hearing })
    const piece = await seen(matterId)
    await editNews(slack.office, {
      by: lawyer,
      newsId: piece?.id ?? '',
      body: words('Otra vez'),
      tellAgain: false,
    })
    expect((await seen(matterId))?.hearing).toEqual(piece?.hearing)
  })
})

describe('urgent news', () => {
  async function urgent(title: string) {
    const { matterId, form } = await fullForm(title)
    const letters = await send(form, { text: 'Venga mañana.', urgent: '4' })
    return { matterId, letters }
  }

  test('is confirmed by a link, once, and the list says so', async () => {
    const { matterId, letters } = await urgent('Urgente Salas')
    expect(letters).toHaveLength(3)
    expect((await seen(matterId))?.urgent).toEqual({ confirmed: 0, of: 1 })
    const token = tokenIn(letters[0])
    await confirmByLink(slack.office, token)
    await confirmByLink(slack.office, tokenIn(letters[1]))
    expect((await seen(matterId))?.urgent).toEqual({ confirmed: 1, of: 1 })
    expect(
      await refusal(confirmByLink(slack.office, `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`)),
    ).toBe('not_found')
    slack.office.later({ hours: 5 })
    expect(await tellUnconfirmed(slack.office)).toBe(0)
  })

  test('is confirmed by any answer to it, but not by an automatic one', async () => {
    const { matterId } = await urgent('Urgente Tapia')
    const newsId = (await seen(matterId))?.id ?? ''
    const to = [await replyAddressOf(slack.office, 'rosa@correo.example', newsId)]
    await mailComesIn(slack.office, {
      from: 'rosa@correo.example',
      to,
      text: 'Estoy fuera',
      kind: 'automatic',
    })
    expect((await seen(matterId))?.urgent).toEqual({ confirmed: 0, of: 1 })
    await mailComesIn(slack.office, { from: 'rosa@correo.example', to, text: 'Ahí estaré' })
    expect((await seen(matterId))?.urgent).toEqual({ confirmed: 1, of: 1 })
  })

  test('that nobody confirms by its hour is told to the lawyer with the telephone, once, and in place when it is', async () => {
    const { office, firm, api } = slack
    const phones = ['+56 9 8765 4321']
    await write(office.db, (tx) => tx.update(clients).set({ phones }).where(eq(clients.id, firm.rosaId)))
    const { letters } = await urgent('Urgente Ubeda')
    office.later({ hours: 3, minutes: 59 })
    expect(await tellUnconfirmed(office)).toBe(0)
    office.later({ minutes: 1 })
    expect(await tellUnconfirmed(office)).toBe(1)
    expect(await tellUnconfirmed(office)).toBe(0)
    await slack.deliver()
    const told = await camila.waitForMessage('Un aviso urgente sigue sin confirmar')
    expect(visibleText(told)).toContain('Urgente Ubeda')
    expect(visibleText(told)).toContain('+56 9 8765 4321')
    await confirmByLink(office, tokenIn(letters[0]))
    await slack.deliver()
    const now = (await camila.inbox()).find((message) => message.ts === told.ts)
    expect(visibleText(now ?? {})).toContain('El aviso urgente ya está confirmado')
    expect(api.violations).toEqual([])
  })
})

describe('an urgent request', () => {
  async function ask(title: string) {
    const { firm } = slack
    const matterId = await firm.addMatter({ title, clients: [firm.rosaId], responsible: [lawyer.memberId] })
    await camila.command('/solicitar', title.toLowerCase())
    const form = await camila.waitForView(
      (view) => view.callback_id === 'request' && JSON.stringify(view.blocks).includes(title),
    )
    const filled = { title: 'Papeles para mañana', items: 'Cédula\n¿Estado civil?', urgent: '2' }
    const second = (await camila.submit(form, filled)).view
    expect(visibleText(second ?? {})).toContain('2 horas')
    const sent = await camila.submit(second ?? form)
    expect(visibleText(sent.view ?? {})).toContain('Enviado')
    const letters = await slack.deliver()
    const { requests } = await communicationOf(slack.office, { by: lawyer, matterId })
    const request = async () =>
      (await communicationOf(slack.office, { by: lawyer, matterId })).requests[0]?.urgent
    return { matterId, requestId: requests[0]?.id ?? '', letters, urgent: request }
  }

  test('is asked for as such, and confirmed by its link, once', async () => {
    const { letters, urgent } = await ask('Urgente por enlace')
    expect(letters).toHaveLength(3)
    expect(letters[0]).toMatchObject({ kind: 'documentsRequested', urgent: true })
    expect(await urgent()).toEqual({ confirmed: 0, of: 1 })
    await confirmByLink(slack.office, tokenIn(letters[0]))
    await confirmByLink(slack.office, tokenIn(letters[1]))
    expect(await urgent()).toEqual({ confirmed: 1, of: 1 })
    slack.office.later({ hours: 3 })
    expect(await tellUnconfirmedRequests(slack.office)).toBe(0)
    expect(slack.api.violations).toEqual([])
  })

  test('is confirmed by whoever answers it, and not by a machine', async () => {
    const { requestId, urgent } = await ask('Urgente por respuesta')
    const to = [await replyAddressOf(slack.office, 'rosa@correo.example', requestId)]
    const from = 'rosa@correo.example'
    await mailComesIn(slack.office, { from, to, text: 'Estoy fuera', kind: 'automatic' })
    expect(await urgent()).toEqual({ confirmed: 0, of: 1 })
    await mailComesIn(slack.office, { from, to, text: 'Viuda' })
    expect(await urgent()).toEqual({ confirmed: 1, of: 1 })
  })

  test('that nobody confirms by its hour is told to the lawyer, once, and in place when it is', async () => {
    const { office } = slack
    const { letters } = await ask('Urgente sin eco')
    office.later({ hours: 1, minutes: 59 })
    expect(await tellUnconfirmedRequests(office)).toBe(0)
    office.later({ minutes: 1 })
    expect(await tellUnconfirmedRequests(office)).toBe(1)
    expect(await tellUnconfirmedRequests(office)).toBe(0)
    await slack.deliver()
    const told = await camila.waitForMessage('Una solicitud urgente sigue sin confirmar')
    expect(visibleText(told)).toContain('Urgente sin eco')
    expect(visibleText(told)).toContain('Papeles para mañana')
    await confirmByLink(office, tokenIn(letters[0]))
    await slack.deliver()
    const now = (await camila.inbox()).find((message) => message.ts === told.ts)
    expect(visibleText(now ?? {})).toContain('La solicitud urgente ya está confirmada')
    expect(slack.api.violations).toEqual([])
  })
})
