import { expect, test } from 'vitest'
import { askFor } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { hideMatter } from '../../matters/hide-matter.ts'
import { communicationOf } from '../../matters/communication.ts'
import { matterForClient } from '../../matters/matter-for-client.ts'
import { publishNews } from '../../news/publish-news.ts'
import { answerMessage } from './answer-message.ts'
import { takeBackAnswer } from './take-back-answer.ts'

const rosa = 'rosa@correo.example'

async function written(office: TestOffice) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula')
  const [asked] = (await deliver(office)).letters.filter((letter) => letter.to.email === rosa)
  const to = [await replyAddressOf(office, rosa, requestId)]
  const text = '¿A qué hora es la audiencia?'
  const { inboundId } = await mailComesIn(office, {
    from: rosa,
    to,
    text,
    messageId: '<suya@correo.example>',
  })
  await deliver(office)
  return { firm, requestId, inboundId, asked, text }
}

test('the client is answered at each address in the conversation they wrote in, and reads both in the portal', async () => {
  const office = await testOffice()
  const { firm, inboundId, asked, text } = await written(office)
  office.later({ minutes: 5 })
  const { told } = await answerMessage(office, {
    by: firm.camila,
    inboundId,
    text: 'A las 10:30.\nEn sala 3.',
  })
  expect(told).toBe(3)
  const { letters, notes } = await deliver(office)
  expect(letters.map((letter) => letter.to.email).sort()).toEqual([
    'contador@correo.example',
    'hijo@correo.example',
    rosa,
  ])
  const hers = letters.find((letter) => letter.to.email === rosa)
  expect(hers).toMatchObject({
    kind: 'messageAnswered',
    text: 'A las 10:30.\nEn sala 3.',
    author: 'Camila Soto',
    wrote: text,
    thread: { inReplyTo: '<suya@correo.example>' },
  })
  expect(letters.filter((letter) => letter !== hers)).toMatchObject([{ wrote: '' }, { wrote: '' }])
  expect(hers?.thread?.references).toContain(asked?.messageId)
  expect(hers?.replyAddressId).toBe(asked?.replyAddressId)
  expect(notes).toMatchObject([
    { kind: 'messageArrived', answers: [{ by: 'Camila Soto', text: 'A las 10:30.\nEn sala 3.' }] },
  ])
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: rosa })
  const { history } = await matterForClient(office, session, firm.matterId)
  expect(history.filter((one) => one.kind === 'message').map(({ author, text }) => [author, text])).toEqual([
    ['Camila Soto', 'A las 10:30.\nEn sala 3.'],
    ['Rosa Fuentes', text],
  ])
})

test('a reply to the answer is a message again, and is answered again', async () => {
  const office = await testOffice()
  const { firm, inboundId, requestId } = await written(office)
  await answerMessage(office, { by: firm.camila, inboundId, text: 'A las 10:30.' })
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, requestId)]
  office.later({ minutes: 5 })
  const again = await mailComesIn(office, { from: rosa, to, text: '¿Y en qué sala?' })
  expect(again.state).toBe('filed')
  await answerMessage(office, { by: firm.camila, inboundId: again.inboundId, text: 'En la 3.' })
  expect((await deliver(office)).letters).toHaveLength(3)
})

test('a co-client gets and sees nothing of it', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const pedroId = await firm.addClient('Pedro Soto', 'pedro@correo.example')
  const matterId = await firm.addMatter({ title: 'Herencia', clients: [firm.rosaId, pedroId] })
  const { newsId } = await publishNews(office, { by: firm.camila, matterId, body: words('Hubo audiencia') })
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, newsId)]
  const { inboundId } = await mailComesIn(office, { from: rosa, to, text: '¿Y Pedro sabe?' })
  await answerMessage(office, { by: firm.camila, inboundId, text: 'Todavía no.' })
  const { letters } = await deliver(office)
  expect(letters.map((letter) => letter.to.email)).not.toContain('pedro@correo.example')
  const { session } = await enterPortal(office, firm, pedroId, { email: 'pedro@correo.example' })
  const { history } = await matterForClient(office, session, matterId)
  expect(history.map((one) => one.kind)).toEqual(['news'])
})

test('sent by mistake it is undone within a minute, by its author alone', async () => {
  const office = await testOffice()
  const { firm, inboundId } = await written(office)
  const { answerId } = await answerMessage(office, { by: firm.camila, inboundId, text: 'Ups' })
  expect(await refusal(takeBackAnswer(office, { by: firm.ana, answerId }))).toBe('not_allowed')
  await deliver(office)
  expect(await takeBackAnswer(office, { by: firm.camila, answerId })).toEqual({
    cancelled: 0,
    disregarded: 3,
  })
  const { letters, notes } = await deliver(office)
  expect(letters.map((letter) => letter.kind)).toEqual(['disregard', 'disregard', 'disregard'])
  expect(notes).toMatchObject([{ answers: [] }])
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: rosa })
  const { history } = await matterForClient(office, session, firm.matterId)
  expect(history.map((one) => one.author)).not.toContain('Camila Soto')
  const late = await answerMessage(office, { by: firm.camila, inboundId, text: 'Otra' })
  office.later({ minutes: 1 })
  expect(await refusal(takeBackAnswer(office, { by: firm.camila, answerId: late.answerId }))).toBe('too_late')
})

test('sent twice by one click it is one answer; without words, in a hidden matter or by who may not it is none', async () => {
  const office = await testOffice()
  const { firm, inboundId } = await written(office)
  const wish = { by: firm.camila, inboundId, text: 'Sí', interaction: 'una' }
  const first = await answerMessage(office, wish)
  expect((await answerMessage(office, wish)).answerId).toBe(first.answerId)
  expect((await deliver(office)).letters).toHaveLength(3)
  expect(await refusal(answerMessage(office, { ...wish, text: '  ', interaction: 'dos' }))).toBe(
    'text_missing',
  )
  const other = await lawFirm(office, 'T000000002')
  expect(await refusal(answerMessage(office, { by: other.camila, inboundId, text: 'Sí' }))).toBe('not_found')
  await hideMatter(office, { by: firm.camila, matterId: firm.matterId })
  expect(await refusal(answerMessage(office, { by: firm.camila, inboundId, text: 'Sí' }))).toBe(
    'matter_hidden',
  )
  const { history } = await communicationOf(office, { by: firm.camila, matterId: firm.matterId })
  expect(history.filter((one) => one.kind === 'messageAnswered')).toHaveLength(1)
})
