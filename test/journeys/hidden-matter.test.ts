import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeMatter } from '#core/matters/close-matter.ts'
import { communicationOf } from '#core/matters/communication.ts'
import { hideMatter } from '#core/matters/hide-matter.ts'
import { samplePdf } from '../mail/sample-files.ts'
import { replyTo } from '../mail/write-mail.ts'
import type { SlackView } from '../slack/open-views.ts'
import { slackUser, type SlackUser } from '../slack/slack-user.ts'
import { visibleText } from '../slack/visible-text.ts'
import { nextStep } from './next-step.ts'
import { officeDay, patience, tellOfFailures, type OfficeDay } from './office-day.ts'
import { opened } from './opened.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 })

const rosa = 'rosa@correo.example'
const forgeries = ['unsigned', 'stale', 'tampered', 'wrong secret'] as const

let day: OfficeDay
let rosaId: string
beforeAll(async () => {
  day = await officeDay()
  rosaId = await day.addClient({ name: 'Rosa Fuentes', email: rosa })
})
afterAll(() => day?.end())
tellOfFailures(() => day)

/** The second step of some news in the one matter that the words mean. */
async function writeNews(user: SlackUser, words: string, text: string): Promise<SlackView> {
  const form = await opened(user, () => user.command('/novedad', words), 'text')
  return nextStep(await user.submit(form, { text }))
}

/** What stands in the matter, whoever was told. */
async function standsIn(matterId: string) {
  return communicationOf(day.office, { by: await day.actor(day.camila), matterId })
}

async function hide(matterId: string) {
  await hideMatter(day.office, { by: { kind: 'system', firmId: day.firmId }, matterId })
}

function lettersOf(words: string) {
  return day.post.lettersTo(rosa).filter(({ text }) => text.includes(words))
}

describe('a matter that is hidden from its clients', () => {
  test('is hidden in chat, takes news only from who says what shall become of them, and is shown again', async () => {
    const { camila } = day
    const matterId = await day.addMatter('Herencia en disputa', [rosaId])
    const view = await opened(camila, () => camila.command('/proceso', 'herencia'), 'Herencia en disputa')
    await camila.click(view, 'Ocultar a clientes')
    await camila.waitForView('La causa quedó oculta para sus clientes.', patience)
    await camila.dismiss()

    const second = await writeNews(camila, 'herencia', 'Borrador del acuerdo')
    expect(visibleText(second)).toContain('La causa está oculta: sus clientes no la ven en el portal.')
    const unsaid = await camila.submit(second, {}, { force: true })
    expect(unsaid.errors).toHaveProperty('announce')
    const kept = nextStep(await camila.submit(second, { announce: 'keep' }))
    expect(visibleText(kept)).toContain('Guardado sin avisar a nadie.')
    await day.quiet()
    expect(await standsIn(matterId)).toMatchObject({ matter: { hidden: true }, news: [{ announced: false }] })

    const third = await writeNews(camila, 'herencia', 'Hay acuerdo')
    const shown = nextStep(await camila.submit(third, { announce: 'show' }))
    expect(visibleText(shown)).toContain('Enviado: 1 correo.')
    await day.post.waitForLetter(rosa, 'Hay acuerdo', patience)
    await day.quiet()
    expect((await standsIn(matterId)).matter.hidden).toBe(false)
    expect(lettersOf('Borrador del acuerdo')).toEqual([])
    await camila.dismiss()
  })

  test('goes on taking what its client answers, and keeps the receipt until it is shown', async () => {
    const matterId = await day.addMatter('Tutela reservada', [rosaId])
    await day.askFor(matterId, 'Informes', ['Informe médico'])
    const request = await day.post.waitForLetter(rosa, 'Informe médico', patience)
    await hide(matterId)
    await replyTo(day.product, request, {
      from: rosa,
      text: 'Aquí va.',
      attachments: [{ filename: 'informe medico.pdf', content: samplePdf('Informe') }],
    })
    const told = await day.camila.waitForMessage('informe medico.pdf', { within: patience })
    expect(visibleText(told)).toContain('oculta')
    await day.quiet()
    expect(lettersOf('informe medico.pdf')).toEqual([])
  })

  test('while a form for it was open asks what shall become of what the form had promised', async () => {
    const { camila } = day
    const matterId = await day.addMatter('Divorcio Fuentes', [rosaId])
    const second = await writeNews(camila, 'divorcio', 'Se citó a las partes')
    expect(visibleText(second)).toContain('Visible en el portal')
    await hide(matterId)
    const asked = nextStep(await camila.submit(second))
    expect(visibleText(asked)).toContain('La causa está oculta: sus clientes no la ven en el portal.')
    expect(visibleText(asked)).toContain('¿Qué desea hacer?')
    expect((await standsIn(matterId)).news).toEqual([])
    await camila.dismiss()
  })
})

test('a matter that was closed while a form for it was open takes nothing', async () => {
  const { camila } = day
  const matterId = await day.addMatter('Cobranza terminada', [rosaId])
  const form = await opened(camila, () => camila.command('/solicitar', 'cobranza'), 'items')
  const second = nextStep(await camila.submit(form, { title: 'Boletas', items: 'Boleta 1' }))
  await closeMatter(day.office, { by: { kind: 'system', firmId: day.firmId }, matterId, tell: false })
  const refused = nextStep(await camila.submit(second))
  expect(visibleText(refused)).toContain('La causa está cerrada y no admite nada nuevo.')
  expect((await standsIn(matterId)).requests).toEqual([])
  await camila.dismiss()
})

describe('what cannot be', () => {
  test('a word that is no command is answered in the language of whoever typed it, with what there is', async () => {
    await day.camila.command('/despacho', 'noticia urgente')
    const spanish = await day.camila.waitForMessage('No conozco «noticia».', { within: patience })
    expect(visibleText(spanish)).toContain('`/despacho novedad`')
    await day.joao.command('/despacho', 'notícia')
    const portuguese = await day.joao.waitForMessage('notícia', { within: patience })
    expect(visibleText(portuguese)).toContain('`/despacho novidade`')
    await day.emily.command('/despacho', 'notify')
    const english = await day.emily.waitForMessage('notify', { within: patience })
    expect(visibleText(english)).toContain('`/despacho news`')
    expect(spanish.isEphemeral && portuguese.isEphemeral && english.isEphemeral).toBe(true)
  })

  test('a day that has passed, nothing, and too much are refused where they were written', async () => {
    const { camila } = day
    const matterId = await day.addMatter('Juicio ordinario', [rosaId])
    const form = await opened(camila, () => camila.command('/solicitar', 'ordinario'), 'items')
    const right = { title: 'Pruebas', items: 'Contrato' }
    const past = await camila.submit(form, { ...right, due: '2020-01-31' })
    expect(past.errors).toEqual({ due: expect.stringContaining('La fecha ya pasó. Hoy es') })
    const nothing = await camila.submit(form, { ...right, due: null, items: ' \n' }, { force: true })
    expect(nothing.errors).toEqual({ items: 'Escriba al menos un ítem, uno por línea.' })
    const hundred = Array.from({ length: 100 }, (_, index) => `Documento ${index + 1}`).join('\n')
    const tooMany = await camila.submit(form, { ...right, items: hundred })
    expect(tooMany.errors).toEqual({ items: expect.stringContaining('Son 100 ítems y caben') })
    const tooLong = await camila.submit(form, { ...right, title: 'x'.repeat(301) }, { force: true })
    expect(tooLong.errors).toEqual({ title: expect.stringContaining('El texto es muy largo') })
    await camila.dismiss()
    expect((await standsIn(matterId)).requests).toEqual([])
  })

  test('who is no member gets nowhere: guests, strangers, people whom the firm does not know, other workspaces', async () => {
    const { slack, product } = day
    for (const name of ['guido', 'ursula', 'esteban', 'pedro']) {
      const somebody = slackUser(slack, name, product)
      await somebody.command('/novedad', 'herencia')
      const told = await somebody.waitForMessage(/Despacho es solo para|Despacho is for members/, {
        within: patience,
      })
      expect(told.isEphemeral, name).toBe(true)
      expect(somebody.view(), name).toBeUndefined()
    }
    const elsewhere = slackUser(slack, 'camila', { ...product, teamId: 'T0ELSEWHERE' })
    await elsewhere.command('/novedad', 'herencia')
    await elsewhere.waitForMessage('Despacho is for members of the firm only.', { within: patience })
    expect(elsewhere.view()).toBeUndefined()
  })

  test('what Slack did not sign, or not just now, is turned away with 401 and changes nothing', async () => {
    const { camila } = day
    const matterId = await day.addMatter('Causa con sellos', [rosaId])
    const second = await writeNews(camila, 'sellos', 'Nadie firmó esto')
    for (const forgery of forgeries) {
      expect(await camila.command('/novedad', 'sellos', { forgery })).toMatchObject({ status: 401 })
      expect(await camila.submit(second, {}, { forgery })).toMatchObject({ status: 401 })
      expect(await camila.click(second, 'Corregir', { forgery })).toMatchObject({ status: 401 })
    }
    expect((await standsIn(matterId)).news).toEqual([])
    await camila.dismiss()
  })
})

describe('what comes more than once', () => {
  test('a form that Slack sends again, and a member once more, has one effect', async () => {
    const { camila } = day
    const matterId = await day.addMatter('Causa repetida', [rosaId])
    const second = await writeNews(camila, 'repetida', 'Una sola vez')
    const [first, again] = await Promise.all([camila.submit(second), camila.submit(second)])
    expect([first.status, again.status]).toEqual([200, 200])
    await camila.repeat({ asRetry: true })
    await day.quiet()
    expect((await standsIn(matterId)).news).toHaveLength(1)
    expect(lettersOf('Una sola vez')).toHaveLength(1)
  })

  test('an approval that is clicked by two, and sent again, is the first one’s', async () => {
    const { camila, joao, post } = day
    const matterId = await day.addMatter('Causa de dos', [rosaId], { responsible: [camila, joao] })
    await day.askFor(matterId, 'Papeles', ['Finiquito'])
    await replyTo(day.product, await post.waitForLetter(rosa, 'Finiquito', patience), {
      from: rosa,
      text: 'Adjunto.',
      attachments: [{ filename: 'finiquito.pdf', content: samplePdf('Finiquito') }],
    })
    const camilas = await camila.waitForMessage('finiquito.pdf', { within: patience })
    const joaos = await joao.waitForMessage('finiquito.pdf', { within: patience })
    await camila.click(camilas, 'Aprobar')
    await camila.repeat({ asRetry: true })
    await camila.waitForMessage(
      (message) => message.ts === camilas.ts && visibleText(message).includes('Aprobado por Camila Rojas'),
      { within: patience },
    )
    await joao.click(joaos, (element) => element.action_id === 'approve')
    await joao.waitForMessage('Já foi aprovado por Camila Rojas.', { within: patience })
    const { requests, history } = await standsIn(matterId)
    expect(requests).toMatchObject([{ status: 'fulfilled' }])
    expect(history.filter(({ kind }) => kind === 'answerApproved')).toHaveLength(1)
  })
})
