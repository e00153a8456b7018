import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { firms } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { claimOutbox } from '#core/delivery/claim-outbox.ts'
import { settleDeliveries } from '#core/delivery/settle-delivery.ts'
import { communicationOf } from '#core/matters/communication.ts'
import { matterForClient } from '#core/matters/matter-for-client.ts'
import { takeBack } from '#core/matters/take-back.ts'
import { takeBackEdit } from '#core/matters/take-back-edit.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { editNews } from '#core/news/edit-news.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { editRequest } from '#core/requests/edit-request.ts'
import { askFor, itemsIn } from '../office/ask-for.ts'
import { deliver } from '../office/deliveries.ts'
import { enterPortal, upload } from '../office/enter-portal.ts'
import { words } from '../office/law-firm.ts'
import { refusal } from '../office/refusal.ts'
import { firmInSlack, type FirmInSlack } from './firm-in-slack.ts'
import type { SlackView } from './open-views.ts'
import type { SlackUser } from './slack-user.ts'
import { visibleText } from './visible-text.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'

let slack: FirmInSlack
let camila: SlackUser
let joao: SlackUser
let lawyer: MemberActor
let other: MemberActor

beforeAll(async () => {
  slack = await firmInSlack()
  ;({ user: camila, actor: lawyer } = await slack.join('camila', 'lawyer'))
  ;({ user: joao, actor: other } = await slack.join('joao', 'admin'))
})
afterAll(() => slack?.close())
beforeEach(async () => {
  await deliver(slack.office)
  slack.api.violations.length = 0
})

const newMatter = (title: string) => slack.firm.addMatter({ title, clients: [slack.firm.rosaId] })
const seen = (matterId: string) => communicationOf(slack.office, { by: lawyer, matterId })

/** A form for the matter of that name, and not one that was open before. */
function formFor(callbackId: string, title: string) {
  return (view: SlackView) => {
    const said = JSON.stringify(view.blocks).toLowerCase()
    return view.callback_id === callbackId && said.includes(title) && !said.includes('initial_value')
  }
}

/** Camila writes the news and sends it; gives back the last view, which can undo it. */
async function sendNews(search: string, text: string) {
  await camila.command('/novedad', search)
  const second = (await camila.submit(await camila.waitForView(formFor('news', search)), { text })).view
  if (!second) throw new Error('no second step')
  const sent = (await camila.submit(second)).view
  if (!sent) throw new Error('no last view')
  return sent
}

async function holdFor(holdSeconds: number) {
  const { firmId } = slack.firm
  await write(slack.office.db, (tx) => tx.update(firms).set({ holdSeconds }).where(eq(firms.id, firmId)))
}

describe('a send that was a mistake', () => {
  test('is undone before its mails leave: nobody gets anything, and what was written can be corrected', async () => {
    const matterId = await newMatter('Arriendo de Ñuñoa')
    const sent = await sendNews('arriendo', 'Para otra clienta')
    expect(visibleText(sent)).toContain('puede deshacerlo durante un minuto')
    await camila.click(sent, 'Deshacer envío')
    const undone = await camila.waitForView('nadie recibió nada')
    expect((await deliver(slack.office)).letters).toEqual([])
    const { news, history } = await seen(matterId)
    expect(news).toEqual([])
    expect(history.map((entry) => entry.kind)).toContain('newsTakenBack')
    await camila.click(undone, 'Corregir y enviar de nuevo')
    const form = await camila.waitForView('text')
    expect(JSON.stringify(form.blocks)).toContain('Para otra clienta')
    expect(slack.api.violations).toEqual([])
  })

  test('is followed by a neutral word in the same thread where its mails had left, and is gone from the portal', async () => {
    const matterId = await newMatter('Tutela laboral')
    const { session } = await enterPortal(slack.office, slack.firm, slack.firm.rosaId, {
      email: 'rosa.tutela@correo.example',
    })
    await deliver(slack.office)
    const sent = await sendNews('tutela', 'Ganamos el juicio')
    const { letters } = await deliver(slack.office)
    expect(letters).toHaveLength(3)
    expect((await matterForClient(slack.office, session, matterId)).history).toHaveLength(1)

    await camila.click(sent, 'Deshacer envío')
    await camila.waitForView('3 correos ya habían salido')
    expect((await matterForClient(slack.office, session, matterId)).history).toEqual([])
    const { letters: after } = await deliver(slack.office)
    expect(after.map((letter) => letter.kind)).toEqual(['disregard', 'disregard', 'disregard'])
    expect(after.map((letter) => letter.to.email).sort()).toEqual(letters.map((one) => one.to.email).sort())
    for (const letter of after) {
      const before = letters.find((one) => one.to.email === letter.to.email)
      expect(letter.thread?.references).toEqual([before?.messageId])
    }
    expect(slack.api.violations).toEqual([])
  })

  test('is undone once, however often the click comes', async () => {
    await newMatter('Doble clic')
    const sent = await sendNews('doble', 'Una vez')
    await deliver(slack.office)
    await camila.click(sent, 'Deshacer envío')
    await camila.waitForView('3 correos ya habían salido')
    await camila.repeat()
    expect((await deliver(slack.office)).letters).toHaveLength(3)
  })

  test('cannot be undone after a minute, nor by somebody else', async () => {
    const matterId = await newMatter('Minuto pasado')
    const sent = await sendNews('minuto', 'Así quedó')
    const [piece] = (await seen(matterId)).news
    const wish = { kind: 'news', subjectId: piece?.id ?? '' } as const
    expect(await refusal(takeBack(slack.office, { by: other, ...wish }))).toBe('not_allowed')
    slack.office.later({ minutes: 1 })
    await camila.click(sent, 'Deshacer envío')
    await camila.waitForView('Ya pasó el minuto')
    expect((await seen(matterId)).news).toMatchObject([{ id: piece?.id, undoable: false }])
  })

  test('is apologised for, too, where the mail was on its way at that very moment', async () => {
    const matterId = await newMatter('En camino')
    const { newsId } = await publishNews(slack.office, { by: lawyer, matterId, body: words('En camino') })
    const onTheirWay = await claimOutbox(slack.office, 10)
    await takeBack(slack.office, { by: lawyer, kind: 'news', subjectId: newsId })
    const outcome = { kind: 'accepted', as: '250', subject: 'Estudio: tiene una novedad' } as const
    await settleDeliveries(
      slack.office,
      onTheirWay.map((row) => ({ row, outcome })),
    )
    const { letters } = await deliver(slack.office)
    expect(letters.map((letter) => letter.kind)).toEqual(['disregard', 'disregard', 'disregard'])
  })

  test('can be undone from the list as well', async () => {
    await newMatter('Desde la lista')
    await sendNews('desde la lista', 'Ups')
    await camila.command('/proceso', 'desde la lista')
    const list = await camila.waitForView('Ups')
    await camila.click(list, 'news_menu', { option: 'Deshacer envío' })
    await camila.waitForView('Aún no hay novedades')
  })
})

describe('a firm that holds its mails back', () => {
  test('lets them leave after a minute, and one that was undone before leaves no trace outside', async () => {
    await holdFor(60)
    await newMatter('Con pausa')
    const sent = await sendNews('con pausa', 'Primera')
    expect(visibleText(sent)).toContain('Sale en 60 segundos.')
    expect((await deliver(slack.office)).letters).toEqual([])
    await camila.click(sent, 'Deshacer envío')
    await camila.waitForView('nadie recibió nada')
    await sendNews('con pausa', 'Segunda')
    slack.office.later({ minutes: 1 })
    const { letters } = await deliver(slack.office)
    expect(letters.map((letter) => letter.kind)).toEqual(['newsPublished', 'newsPublished', 'newsPublished'])
    await holdFor(0)
  })
})

describe('a request', () => {
  async function ask(search: string) {
    await joao.command('/solicitar', search)
    const form = await joao.waitForView(formFor('request', search))
    const second = (await joao.submit(form, { title: 'Papéis', items: 'RG\nCPF' })).view
    if (!second) throw new Error('no second step')
    const sent = (await joao.submit(second)).view
    if (!sent) throw new Error('no last view')
    return sent
  }

  test('is undone the same way, and nobody is reminded of it', async () => {
    const matterId = await newMatter('Pedido errado')
    const sent = await ask('pedido')
    await deliver(slack.office)
    await joao.click(sent, 'Desfazer envio')
    await joao.waitForView('3 e-mails já haviam saído')
    expect((await seen(matterId)).requests).toEqual([])
    const { letters } = await deliver(slack.office)
    expect(letters.map((letter) => letter.kind)).toEqual(['disregard', 'disregard', 'disregard'])
  })

  test('that was answered already stays', async () => {
    const matterId = await newMatter('Respuesta veloz')
    const { session } = await enterPortal(slack.office, slack.firm, slack.firm.rosaId, {
      email: 'rosa.veloz@correo.example',
    })
    const sent = await ask('veloz')
    const [request] = (await seen(matterId)).requests
    const [item] = await itemsIn(slack.office, request?.id ?? '')
    await handIn(slack.office, { by: { session }, itemId: item?.id ?? '', files: [upload('rg.pdf')] })
    await joao.click(sent, 'Desfazer envio')
    await joao.waitForView('Não foi possível')
    expect((await seen(matterId)).requests).toHaveLength(1)
  })
})

describe('a change that clients were told of', () => {
  /** Camila sends news and changes it a minute later; gives back the view that says so. */
  async function changed(title: string) {
    const matterId = await newMatter(title)
    await sendNews(title.toLowerCase(), 'Como era')
    await deliver(slack.office)
    slack.office.later({ minutes: 2 })
    await camila.command('/proceso', title.toLowerCase())
    await camila.click(await camila.waitForView('Como era'), 'news_menu', { option: 'Editar' })
    const form = await camila.waitForView((view) => view.callback_id === 'news_edit')
    const saved = (await camila.submit(form, { text: 'Con un error', announce: 'tell' })).view
    if (!saved) throw new Error('no last view')
    return { matterId, saved }
  }
  const version = async (matterId: string) => JSON.stringify((await seen(matterId)).news[0]?.body)

  test('is undone before its mails leave: clients read what they read before, and that it was never edited', async () => {
    const { matterId, saved } = await changed('Cambio pronto')
    expect(visibleText(saved)).toContain('puede deshacerlo durante un minuto')
    await camila.click(saved, 'Deshacer envío')
    await camila.waitForView('nadie recibió el aviso')
    expect((await deliver(slack.office)).letters).toEqual([])
    expect(await version(matterId)).toContain('Como era')
    const { news, history } = await seen(matterId)
    expect(news[0]).toMatchObject({ editedAt: null })
    expect(history.map((entry) => entry.kind)).toContain('editTakenBack')
    expect(slack.api.violations).toEqual([])
  })

  test('is followed by a word not to mind it where its mails had left, once however often it is clicked', async () => {
    const { matterId, saved } = await changed('Cambio tardío')
    expect((await deliver(slack.office)).letters).toHaveLength(3)
    await camila.click(saved, 'Deshacer envío')
    await camila.waitForView('3 correos ya habían salido')
    await camila.repeat()
    const { letters } = await deliver(slack.office)
    expect(letters.map((letter) => letter.kind)).toEqual(['disregard', 'disregard', 'disregard'])
    expect(letters[0]?.calendar).toBeNull()
    expect(await version(matterId)).toContain('Como era')
  })

  test('stays after a minute, and where somebody else changed it since', async () => {
    const { matterId, saved } = await changed('Cambio viejo')
    const newsId = (await seen(matterId)).news[0]?.id ?? ''
    const wish = { kind: 'news', subjectId: newsId } as const
    expect(await refusal(takeBackEdit(slack.office, { by: other, ...wish }))).toBe('not_allowed')
    slack.office.later({ minutes: 1 })
    await camila.click(saved, 'Deshacer envío')
    await camila.waitForView('Ya pasó el minuto')
    const edit = { newsId, body: words('De otro'), tellAgain: true }
    await editNews(slack.office, { by: lawyer, ...edit })
    await editNews(slack.office, { by: other, ...edit })
    expect(await refusal(takeBackEdit(slack.office, { by: lawyer, ...wish }))).toBe('not_allowed')
    expect(await version(matterId)).toContain('De otro')
  })

  test('brings back the checklist of a request as it was, unless a new item was answered', async () => {
    const { office, firm } = slack
    const matterId = await newMatter('Lista cambiada')
    const requestId = await askFor(office, firm, 'Cédula\nContrato', { matterId })
    await deliver(office)
    const [id, contract] = await itemsIn(office, requestId)
    const edit = {
      by: lawyer,
      requestId,
      title: 'Otro título',
      details: '',
      dueOn: null,
      items: [
        { id: contract?.id ?? '', title: 'Contrato firmado', kind: 'file' as const },
        { id: null, title: 'Finiquito', kind: 'file' as const },
      ],
      tellAgain: true,
    }
    const living = async () => (await itemsIn(office, requestId)).filter((item) => item.removedAt === null)
    const titles = async () => (await living()).map((item) => item.title)
    await editRequest(office, edit)
    expect(await titles()).toEqual(['Contrato firmado', 'Finiquito'])
    const wish = { by: lawyer, kind: 'request', subjectId: requestId } as const
    await takeBackEdit(office, wish)
    expect(await titles()).toEqual(['Cédula', 'Contrato'])
    expect((await seen(matterId)).requests[0]).toMatchObject({ editedAt: null })
    expect((await living()).map((item) => item.id)).toEqual([id?.id, contract?.id])
    await editRequest(office, edit)
    const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa.lista@correo.example' })
    const added = (await living()).find((item) => item.title === 'Finiquito')
    await handIn(office, { by: { session }, itemId: added?.id ?? '', files: [upload('finiquito.pdf')] })
    expect(await refusal(takeBackEdit(office, wish))).toBe('item_answered')
    expect(await titles()).toEqual(['Contrato firmado', 'Finiquito'])
  })
})
