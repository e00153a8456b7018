import { expect, test } from 'vitest'
import { remindDue } from '../reminders/remind-due.ts'
import { remindersToken } from '../reminders/reminders-token.ts'
import { stopRemindersByLink } from '../reminders/stop-by-link.ts'
import { answerMessage } from '../replies/messages/answer-message.ts'
import { arrivalForReview } from '../replies/arrival-for-review.ts'
import { handIn } from '../replies/handing-in/hand-in.ts'
import { cancelRequest } from '../requests/cancel-request.ts'
import { reviewAnswer } from '../requests/review-answer.ts'
import { askFor, itemsIn } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { mailComesIn } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { testOffice } from '#test/office/test-office.ts'

const rosa = 'rosa@correo.example'

test.each([
  ['discreet where one of its matters is sensitive', true],
  ['open where none is', false],
] as const)('a reminder of several matters is %s', async (_, sensitive) => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const matterId = await firm.addMatter({
    title: 'Medida de protección',
    alias: 'Lirio',
    clients: [firm.rosaId],
    sensitive,
  })
  await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
  await askFor(office, firm, 'Denuncia', { matterId, dueOn: '2026-03-06' })
  await deliver(office)
  office.later({ days: 2, hours: 2 })
  await remindDue(office)
  const { letters } = await deliver(office)
  expect(letters).toHaveLength(3)
  for (const letter of letters) {
    expect(letter).toMatchObject({ kind: 'reminder', reference: null, discreet: sensitive })
    expect(letter.kind === 'reminder' && letter.requests).toHaveLength(2)
  }
})

test.each([
  ['says nothing of it where one of them is sensitive', true],
  ['is written out where none is', false],
] as const)('an answer to a reply to a reminder of several matters %s', async (_, sensitive) => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const wish = { alias: 'Lirio', clients: [firm.rosaId], responsible: [firm.camila.memberId], sensitive }
  const matterId = await firm.addMatter({ title: 'Medida de protección', ...wish })
  await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
  const spokenOf = await askFor(office, firm, 'Denuncia', { matterId, dueOn: '2026-03-06' })
  await deliver(office)
  office.later({ days: 2, hours: 2 })
  await remindDue(office)
  const [reminder] = (await deliver(office)).letters.filter(({ to }) => to.email === rosa)
  const to = [reminder?.replyAddressId ?? '']
  const { inboundId } = await mailComesIn(office, {
    from: rosa,
    to,
    text: 'La denuncia la tiene mi hermana.',
  })
  const answer = async () => {
    await answerMessage(office, { by: firm.camila, inboundId, text: 'Puede traerla ella.' })
    const [letter] = (await deliver(office)).letters.filter(({ kind }) => kind === 'messageAnswered')
    if (!letter) throw new Error('no answer')
    return letter
  }
  expect(await answer()).toMatchObject({ discreet: sensitive, reference: null })
  // What the reminder spoke of is asked for no more; the client may have written of it all the same.
  await cancelRequest(office, { by: firm.camila, requestId: spokenOf, tell: false })
  office.later({ minutes: 5 })
  expect(await answer()).toMatchObject({ discreet: sensitive, reference: null })
})

test('a letter knows that its client stopped reminders', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await askFor(office, firm, 'Cédula')
  const before = await deliver(office)
  await stopRemindersByLink(office, remindersToken(office, firm.rosaId))
  await askFor(office, firm, 'Poder')
  const after = await deliver(office)
  expect(before.letters.map((letter) => letter.remindersStopped)).toEqual([false, false, false])
  expect(after.letters.map((letter) => letter.remindersStopped)).toEqual([true, true, true])
})

test('the day of a letter is the day where its client lives', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const kiwiId = await firm.addClient('Luis Pardo', 'luis@correo.example', { timeZone: 'Pacific/Auckland' })
  const matterId = await firm.addMatter({ title: 'Herencia', clients: [firm.rosaId, kiwiId] })
  office.now = new Date('2026-12-31T15:00:00Z')
  await askFor(office, firm, 'Cédula', { matterId, dueOn: '2027-01-08' })
  const { letters } = await deliver(office)
  const dayFor = (email: string) => letters.find((letter) => letter.to.email === email)?.today
  expect(dayFor(rosa)).toBe('2026-12-31')
  expect(dayFor('luis@correo.example')).toBe('2027-01-01')
})

test('a rejection says which item it is about though another has the same title', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Contrato\nCédula\nCédula')
  const last = (await itemsIn(office, requestId))[2]
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: rosa })
  await handIn(office, { by: { session }, itemId: last?.id ?? '', files: [upload('cedula.pdf')] })
  await deliver(office)
  const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
  const answerId = waiting?.items[0]?.answerId ?? ''
  const reason = { code: 'illegible' as const, note: null }
  await reviewAnswer(office, { by: firm.camila, answerId, verdict: 'rejected', reason })
  const { letters } = await deliver(office)
  expect(letters).toMatchObject([
    {
      kind: 'answerRejected',
      item: 'Cédula',
      itemIndex: 2,
      request: { items: [{ status: 'pending' }, { status: 'pending' }, { status: 'rejected' }] },
    },
  ])
})
