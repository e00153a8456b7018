import { desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { answers, reminders } from '#db/schema/replies.ts'
import { events } from '#db/schema/delivery.ts'
import { editClient } from '../clients/edit-client.ts'
import { arrivalForReview } from '../replies/arrival-for-review.ts'
import { handIn } from '../replies/handing-in/hand-in.ts'
import { requestForClient } from './request-for-client.ts'
import { reviewAnswer, type ReviewAnswer } from './review-answer.ts'
import { waiveItem } from './waive-item.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { deliver, mailsOf } from '#test/office/deliveries.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { raceOf, refusal, refusalOf } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const illegible = { code: 'illegible' as const, note: 'Falta el reverso.' }

async function answered(office: TestOffice) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\nContrato')
  await deliver(office)
  const reply = async (name: string, from = 'rosa@correo.example') =>
    mailComesIn(office, {
      from,
      to: [await replyAddressOf(office, from, requestId)],
      attachments: [{ name }],
    })
  await reply('cedula.pdf')
  const newest = async () => {
    const { id } = await itemCalled(office, requestId, 'Cédula')
    const [answer] = await office.db.read
      .select()
      .from(answers)
      .where(eq(answers.itemId, id))
      .orderBy(desc(answers.createdAt), desc(answers.id))
    return answer?.id ?? ''
  }
  const item = () => itemCalled(office, requestId, 'Cédula')
  return { firm, requestId, reply, newest, item, answerId: await newest() }
}

test('approving and rejecting at once through two connections: one wins, the other learns who and what', async () => {
  const office = await testOffice()
  const { firm, answerId, item } = await answered(office)
  const other = await secondConnection(office)
  const { first, lost } = await raceOf(
    reviewAnswer(office, { by: firm.camila, answerId, verdict: 'approved' }),
    reviewAnswer(other, { by: firm.ana, answerId, verdict: 'rejected', reason: illegible }),
  )
  const winner = first ? { by: 'Camila Soto', verdict: 'approved' } : { by: 'Ana Rojas', verdict: 'rejected' }
  expect(lost).toEqual({ code: 'already_decided', facts: winner })
  expect((await item()).status).toBe(winner.verdict)
  const decided = await office.db.read
    .select()
    .from(events)
    .where(eq(events.subjectId, (await item()).id))
  expect(decided).toHaveLength(1)
  expect(await mailsOf(office, 'answerRejected')).toHaveLength(winner.verdict === 'rejected' ? 1 : 0)
})

describe('a rejection', () => {
  test('goes to whoever sent it, in their language, in the same thread, with the reason', async () => {
    const office = await testOffice()
    const { firm, requestId, reply } = await answered(office)
    await editClient(office, { by: firm.camila, clientId: firm.rosaId, locale: 'pt-BR' })
    await reply('contrato.pdf', 'contador@correo.example')
    await deliver(office)
    const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
    const answerId = waiting?.items.find((item) => item.title === 'Contrato')?.answerId ?? ''
    await reviewAnswer(office, { by: firm.camila, answerId, verdict: 'rejected', reason: illegible })
    const { letters } = await deliver(office)
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({
      kind: 'answerRejected',
      locale: 'pt-BR',
      to: { email: 'contador@correo.example' },
      item: 'Contrato',
      reason: illegible,
    })
    const [first] = (await mailsOf(office, 'documentsRequested')).filter(
      (mail) => mail.recipient === 'contador@correo.example',
    )
    expect(letters[0]?.thread?.references[0]).toBe(first?.messageId)
    expect(letters[0]?.replyAddressId).toBe(first?.replyAddressId)
  })

  test('makes the item wanted again, and the client is reminded of it though reminders had ended', async () => {
    const office = await testOffice()
    const { firm, requestId, answerId, item } = await answered(office)
    await office.db.transaction((tx) => tx.update(reminders).set({ sentCount: 6, nextAt: null }))
    await reviewAnswer(office, { by: firm.camila, answerId, verdict: 'rejected', reason: illegible })
    expect(await item()).toMatchObject({ status: 'rejected', statusBy: firm.camila.memberId })
    const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    expect(await requestForClient(office, session, requestId)).toMatchObject({
      counts: { missing: 2, received: 0 },
      items: [{ status: 'rejected', reason: illegible }, { status: 'pending' }],
    })
    const [planned] = await office.db.read.select().from(reminders)
    expect(planned?.nextAt?.getTime()).toBeGreaterThan(office.now.getTime())
  })

  test('needs a reason, and the reason "other" needs words', async () => {
    const office = await testOffice()
    const { firm, answerId, item } = await answered(office)
    const reject = (reason: unknown) =>
      reviewAnswer(office, { by: firm.camila, answerId, verdict: 'rejected', reason } as ReviewAnswer)
    expect(await refusal(reject({ code: '', note: null }))).toBe('reason_missing')
    expect(await refusal(reject({ code: 'other', note: '  ' }))).toBe('reason_missing')
    expect(await refusal(reject(undefined))).toBe('reason_missing')
    expect(await refusal(reject({ code: 'illegible', note: 'x'.repeat(501) }))).toBe('text_too_long')
    expect((await item()).status).toBe('received')
    await reject({ code: 'other', note: 'No es suya.' })
  })

  test('that was not mailed before the client sent a better one is not mailed any more', async () => {
    const office = await testOffice()
    const { firm, answerId, reply } = await answered(office)
    await deliver(office)
    await reviewAnswer(office, { by: firm.camila, answerId, verdict: 'rejected', reason: illegible })
    office.later({ minutes: 1 })
    await reply('cedula.pdf')
    const { letters } = await deliver(office)
    expect(letters.map((letter) => letter.kind)).not.toContain('answerRejected')
  })

  test('that was not mailed before the item was waived is not mailed any more', async () => {
    const office = await testOffice()
    const { firm, answerId, item } = await answered(office)
    await deliver(office)
    await reviewAnswer(office, { by: firm.camila, answerId, verdict: 'rejected', reason: illegible })
    await waiveItem(office, { by: firm.camila, itemId: (await item()).id })
    expect((await deliver(office)).letters).toEqual([])
  })
})

test('an approval tells the client nothing by itself, and is kept with who and when', async () => {
  const office = await testOffice()
  const { firm, answerId, item } = await answered(office)
  await deliver(office)
  await reviewAnswer(office, { by: firm.camila, answerId, verdict: 'approved' })
  expect((await deliver(office)).letters).toEqual([])
  expect(await item()).toMatchObject({
    status: 'approved',
    statusBy: firm.camila.memberId,
    statusAt: office.now,
  })
  const [answer] = await office.db.read.select().from(answers).where(eq(answers.id, answerId))
  expect(answer).toMatchObject({
    verdict: 'approved',
    verdictBy: firm.camila.memberId,
    verdictAt: office.now,
  })
})

describe('only the newest answer', () => {
  test('is reviewed; what was rejected before stays in the history', async () => {
    const office = await testOffice()
    const { firm, answerId, reply, newest, item } = await answered(office)
    await reviewAnswer(office, { by: firm.camila, answerId, verdict: 'rejected', reason: illegible })
    office.later({ minutes: 30 })
    await reply('cedula.pdf')
    const second = await newest()
    expect(second).not.toBe(answerId)
    expect(await refusalOf(reviewAnswer(office, { by: firm.ana, answerId, verdict: 'approved' }))).toEqual({
      code: 'already_decided',
      facts: { by: 'Camila Soto', verdict: 'rejected' },
    })
    await reviewAnswer(office, { by: firm.ana, answerId: second, verdict: 'approved' })
    const [first] = await office.db.read.select().from(answers).where(eq(answers.id, answerId))
    expect(first).toMatchObject({
      verdict: 'rejected',
      reasonCode: 'illegible',
      reasonNote: 'Falta el reverso.',
    })
    expect((await item()).status).toBe('approved')
  })

  test('of two clients counts, and after a rejection either can send another that can be reviewed', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const pedroId = await firm.addClient('Pedro Fuentes', 'pedro@correo.example')
    const matterId = await firm.addMatter({ title: 'Partición', clients: [firm.rosaId, pedroId] })
    const requestId = await askFor(office, firm, 'Cédula', { matterId })
    const rosa = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    const pedro = await enterPortal(office, firm, pedroId, { email: 'pedro@correo.example' })
    const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
    const hand = async ({ session }: typeof rosa) => {
      office.later({ minutes: 1 })
      await handIn(office, { by: { session }, itemId, files: [upload('cedula.pdf')] })
      const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
      return waiting?.items[0]?.answerId ?? ''
    }
    const fromRosa = await hand(rosa)
    const fromPedro = await hand(pedro)
    expect(
      await refusal(reviewAnswer(office, { by: firm.camila, answerId: fromRosa, verdict: 'approved' })),
    ).toBe('item_closed')
    await reviewAnswer(office, {
      by: firm.camila,
      answerId: fromPedro,
      verdict: 'rejected',
      reason: illegible,
    })
    const better = await hand(rosa)
    await reviewAnswer(office, { by: firm.camila, answerId: better, verdict: 'approved' })
    expect((await itemCalled(office, requestId, 'Cédula')).status).toBe('approved')
  })
})

test('a click that chat delivers twice has one effect, and the same answer', async () => {
  const office = await testOffice()
  const { firm, answerId, requestId } = await answered(office)
  const wish = { by: firm.camila, answerId, verdict: 'approved' as const, interaction: 'click-1' }
  const first = await reviewAnswer(office, wish)
  expect(await reviewAnswer(office, wish)).toEqual(first)
  expect(first).toEqual({ requestId, itemTitle: 'Cédula' })
})

test('an answer to a waived item is not reviewed any more', async () => {
  const office = await testOffice()
  const { firm, answerId, item } = await answered(office)
  await waiveItem(office, { by: firm.camila, itemId: (await item()).id })
  expect(await refusal(reviewAnswer(office, { by: firm.camila, answerId, verdict: 'approved' }))).toBe(
    'item_closed',
  )
})

test('every chat message that shows the answer is brought up to date when it is reviewed', async () => {
  const office = await testOffice()
  const { firm, reply, newest } = await answered(office)
  await deliver(office)
  office.later({ minutes: 30 })
  // More of the same document, after the first story was over: one answer, two messages.
  await reply('cedula reverso.pdf')
  await deliver(office)
  await reviewAnswer(office, { by: firm.camila, answerId: await newest(), verdict: 'approved' })
  const { notes } = await deliver(office)
  expect(notes).toHaveLength(2)
  for (const note of notes) {
    if (note.kind !== 'answersArrived') throw new Error(note.kind)
    expect(note.items).toMatchObject([{ title: 'Cédula', status: 'approved', decidedBy: 'Camila Soto' }])
  }
})
