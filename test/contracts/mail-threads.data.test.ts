import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editClient } from '#core/clients/edit-client.ts'
import { editMatter } from '#core/matters/edit-matter.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { remindDue } from '#core/reminders/remind-due.ts'
import { createDelivery, type Delivery } from '#jobs/delivery.ts'
import { createMailer } from '#mail/send.ts'
import type { ArrivedLetter } from '../mail/arrived-letter.ts'
import { startPostbox, type Postbox } from '../mail/postbox.ts'
import { askFor } from '../office/ask-for.ts'
import { mailComesIn, replyAddressOf } from '../office/incoming.ts'
import { invited } from '../office/invited.ts'
import { lawFirm, words, type LawFirm } from '../office/law-firm.ts'
import { testOffice, type TestOffice } from '../office/test-office.ts'

const rosa = 'rosa@correo.example'
const pedro = 'pedro@correo.example'

let office: TestOffice
let firm: LawFirm
let post: Postbox
let delivery: Delivery
let matterId: string
beforeEach(async () => {
  office = await testOffice()
  firm = await lawFirm(office)
  const pedroId = await firm.addClient('Pedro Soto', pedro)
  matterId = await firm.addMatter({
    title: 'Herencia',
    clients: [firm.rosaId, pedroId],
    responsible: [firm.camila.memberId],
  })
  post = await startPostbox()
  const mailer = createMailer({
    smtpUrl: post.url,
    from: 'casos@estudio.example',
    replyAddress: 'casos@estudio.example',
    secretKey: office.config.secretKey,
    baseUrl: null,
  })
  delivery = createDelivery(office, { mailer, slack: null })
})
afterEach(async () => {
  await delivery.close(5000)
  await post.stop()
})

/** All that is due leaves; gives what has come to an address since. */
async function sent(to: string): Promise<ArrivedLetter[]> {
  const before = post.lettersTo(to).length
  office.later({ minutes: 1 })
  await delivery.round()
  await delivery.idle()
  return post.lettersTo(to).slice(before)
}

async function only(to: string): Promise<ArrivedLetter> {
  const [letter, ...more] = await sent(to)
  if (!letter || more.length > 0) throw new Error(`${more.length + (letter ? 1 : 0)} letters to ${to}`)
  return letter
}

async function tell(text: string, about = matterId, urgent = false) {
  const { newsId } = await publishNews(office, {
    by: firm.camila,
    matterId: about,
    body: words(text),
    urgent,
  })
  return newsId
}

/** The subject by which mail programs tell that two mails are one conversation. */
const baseOf = ({ subject }: ArrivedLetter) => subject.replace(/^(re: )+/i, '')

describe('letters about a matter are one conversation for each client', () => {
  test('news, a request, its receipt, and news again', async () => {
    await tell('Se presentó la demanda.')
    const first = await only(rosa)
    const [pedros] = post.lettersTo(pedro)
    const requestId = await askFor(office, firm, 'Cédula', { matterId })
    const request = await only(rosa)
    const answer = await mailComesIn(office, {
      from: rosa,
      to: [await replyAddressOf(office, rosa, requestId)],
      messageId: '<suya@correo.example>',
      attachments: [{ name: 'cedula.pdf' }],
    })
    expect(answer.state).toBe('answered')
    const receipt = await only(rosa)
    await tell('El tribunal la acogió.')
    const last = await only(rosa)

    expect(first).toMatchObject({ inReplyTo: null, references: [] })
    expect(first.subject).toMatch(/^Estudio Rojas: tiene una novedad \(ref\. .+\)$/)
    for (const letter of [request, receipt, last]) {
      expect(letter.references[0]).toBe(first.messageId)
      expect(letter.subject).toBe(`Re: ${first.subject}`)
    }
    expect(request.inReplyTo).toBe(first.messageId)
    expect(receipt.inReplyTo).toBe('<suya@correo.example>')
    expect(receipt.references).toEqual([first.messageId, request.messageId, '<suya@correo.example>'])
    expect(last.inReplyTo).toBe(receipt.messageId)

    const ofPedro = post.lettersTo(pedro)
    expect(ofPedro).toHaveLength(3)
    expect(pedros).toMatchObject({ inReplyTo: null, references: [] })
    expect(ofPedro.at(-1)?.references).toEqual(ofPedro.slice(0, 2).map(({ messageId }) => messageId))
  })

  test('another matter is another one', async () => {
    await tell('Uno')
    const one = await only(rosa)
    await tell('Otro', firm.matterId)
    const other = await only(rosa)
    expect(other).toMatchObject({ inReplyTo: null, references: [] })
    expect(baseOf(other)).not.toBe(baseOf(one))
  })

  test('what a client sends to any of its letters answers what that letter asked for', async () => {
    const first = await askFor(office, firm, 'Cédula', { matterId })
    const letter = await only(rosa)
    await askFor(office, firm, 'Contrato', { matterId })
    const later = await only(rosa)
    expect(later.references).toEqual([letter.messageId])
    const come = (mail: Partial<Parameters<typeof mailComesIn>[1]>) =>
      mailComesIn(office, { from: rosa, attachments: [{ name: 'documento.pdf' }], ...mail })
    await come({ to: [await replyAddressOf(office, rosa, first)], inReplyTo: [later.messageId] })
    expect((await only(rosa)).text).toContain('Cédula')
    // Its server strips what stands after the plus.
    await come({ inReplyTo: [later.messageId], references: [letter.messageId, later.messageId] })
    expect((await only(rosa)).text).toContain('Contrato')
  })

  test('a reminder goes on with it, and one of several matters does not', async () => {
    await askFor(office, firm, 'Cédula', { matterId, dueOn: '2026-03-06' })
    const request = await only(rosa)
    office.later({ days: 2, hours: 2 })
    await remindDue(office)
    const reminder = await only(rosa)
    expect(reminder.subject).toBe(`Re: ${request.subject}`)
    expect(reminder.references).toEqual([request.messageId])
    await askFor(office, firm, 'Poder', { dueOn: '2026-03-13' })
    await sent(rosa)
    office.later({ days: 4 })
    await remindDue(office)
    const bundle = await only(rosa)
    expect(bundle).toMatchObject({ subject: 'Estudio Rojas: recordatorio de pendientes', references: [] })
  })
})

test('urgent news keeps a subject that says so, and what follows goes on as before', async () => {
  await tell('La audiencia es mañana.', matterId, true)
  const urgent = await only(rosa)
  expect(urgent.subject).toContain('tiene una novedad urgente')
  await tell('Sin novedades.')
  const usual = await only(rosa)
  expect(usual.subject).toMatch(/^Estudio Rojas: tiene una novedad \(/)
  await askFor(office, firm, 'Cédula', { matterId })
  const request = await only(rosa)
  expect(request.subject).toBe(`Re: ${usual.subject}`)
  await tell('La audiencia es hoy.', matterId, true)
  const again = await only(rosa)
  expect(again.subject).toBe(urgent.subject)
  for (const letter of [usual, request, again]) expect(letter.references[0]).toBe(urgent.messageId)
})

test('a matter that got another name is not called by its former one any more', async () => {
  await tell('Uno')
  const before = await only(rosa)
  await editMatter(office, { by: firm.camila, matterId, alias: 'Lirio' })
  await tell('Dos')
  const renamed = await only(rosa)
  await askFor(office, firm, 'Cédula', { matterId })
  const after = await only(rosa)
  expect(renamed.subject).toBe('Estudio Rojas: tiene una novedad (ref. Lirio)')
  expect(after.subject).toBe(`Re: ${renamed.subject}`)
  expect(after.references[0]).toBe(before.messageId)
})

test('letters that leave at once after the mail server was away find each other', async () => {
  await tell('Uno')
  await askFor(office, firm, 'Cédula', { matterId })
  const letters = await sent(rosa)
  expect(letters).toHaveLength(2)
  const [first, second] = letters.toSorted((a, b) => a.references.length - b.references.length)
  expect(first?.references).toEqual([])
  expect(second?.references).toEqual([first?.messageId])
  expect(second?.inReplyTo).toBe(first?.messageId)
})

test('to a client who may be written to in safety only no letter says who sends it, and they stay together too', async () => {
  await tell('Uno')
  const before = await only(rosa)
  const safeContact = { from: '00:00', until: '23:59' }
  await editClient(office, { by: firm.ana, clientId: firm.rosaId, safeContact })
  await tell('Dos')
  const news = await only(rosa)
  await askFor(office, firm, 'Cédula', { matterId })
  const request = await only(rosa)
  await invited(office, { by: firm.ana, clientId: firm.rosaId, email: rosa, kind: 'account' })
  const invitation = await only(rosa)
  expect(news.references).toEqual([before.messageId])
  expect(news.subject).toBe('Tiene un mensaje pendiente')
  expect(request.references).toEqual([before.messageId, news.messageId])
  expect(request.subject).toBe('Re: Tiene un mensaje pendiente')
  expect(invitation).toMatchObject({ references: [], subject: 'Tiene un mensaje pendiente' })
  for (const { from, parsed, html, text } of [news, request, invitation]) {
    expect(from).toEqual({ name: 'Mensajes', address: 'casos@estudio.example' })
    const said = [html, text, parsed.replyTo?.text, parsed.subject].join()
    expect(said).not.toMatch(/Rojas|Camila|secretaria@|Dos|Cédula|ref\.|Referencia/)
  }
  expect(post.lettersTo(pedro).at(-1)?.from.name).toBe('Estudio Rojas')
})
