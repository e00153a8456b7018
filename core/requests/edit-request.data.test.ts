import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { requests, revisions } from '#db/schema/communication.ts'
import { events } from '#db/schema/delivery.ts'
import { reminders } from '#db/schema/replies.ts'
import { communicationOf } from '../matters/communication.ts'
import { closeMatter } from '../matters/close-matter.ts'
import { hideMatter } from '../matters/hide-matter.ts'
import { arrivalForReview } from '../replies/arrival-for-review.ts'
import { handIn } from '../replies/handing-in/hand-in.ts'
import { cancelRequest } from './cancel-request.ts'
import { deleteRequest } from './delete-request.ts'
import { editRequest, type EditRequest } from './edit-request.ts'
import { requestForClient } from './request-for-client.ts'
import type { Request } from './request.ts'
import { reviewAnswer } from './review-answer.ts'
import { waiveItem } from './waive-item.ts'
import { askFor, itemCalled, itemsIn } from '#test/office/ask-for.ts'
import { deliver, mailsOf } from '#test/office/deliveries.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

async function asked(office: TestOffice, items = 'Cédula\nContrato') {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, items)
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const hand = async (title: string) => {
    const { id } = await itemCalled(office, requestId, title)
    return handIn(office, { by: { session }, itemId: id, files: [upload(`${title}.pdf`)] })
  }
  const review = async (title: string, verdict: 'approved' | 'rejected') => {
    const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
    const answerId = waiting?.items.find((item) => item.title === title)?.answerId ?? ''
    const reason = { code: 'illegible' as const, note: null }
    return reviewAnswer(office, { by: firm.camila, answerId, verdict, reason })
  }
  const status = async () => (await requestRow(office, requestId)).status
  const edit = async (wish: Partial<EditRequest>) =>
    editRequest(office, {
      by: firm.camila,
      requestId,
      title: 'Antecedentes',
      details: '',
      dueOn: '2026-03-20',
      items: (await itemsIn(office, requestId))
        .filter((item) => item.removedAt === null)
        .map(({ id, title, kind }) => ({ id, title, kind })),
      tellAgain: false,
      ...wish,
    })
  return { firm, requestId, session, hand, review, status, edit, matterId: firm.matterId }
}

async function requestRow(office: TestOffice, requestId: string): Promise<Request> {
  const [row] = await office.db.read.select().from(requests).where(eq(requests.id, requestId))
  if (!row) throw new Error('no request')
  return row
}

test('a checklist counts right after each partial answer, and is fulfilled when each item is approved or waived', async () => {
  const office = await testOffice()
  const { firm, requestId, hand, review, status, session } = await asked(office, 'Cédula\nContrato\nPoder')
  expect(await status()).toBe('open')
  expect((await hand('Cédula')).counts).toEqual({ total: 3, received: 1, settled: 0 })
  expect(await status()).toBe('partial')
  await review('Cédula', 'approved')
  expect((await hand('Contrato')).counts).toEqual({ total: 3, received: 2, settled: 1 })
  await review('Contrato', 'rejected')
  expect((await requestForClient(office, session, requestId)).counts).toEqual({
    total: 3,
    settled: 1,
    received: 1,
    missing: 2,
  })
  expect((await hand('Contrato')).counts).toEqual({ total: 3, received: 2, settled: 1 })
  await review('Contrato', 'approved')
  expect(await status()).toBe('partial')
  await waiveItem(office, { by: firm.camila, itemId: (await itemCalled(office, requestId, 'Poder')).id })
  expect(await status()).toBe('fulfilled')
  const fulfilled = await office.db.read.select().from(events).where(eq(events.kind, 'requestFulfilled'))
  expect(fulfilled).toMatchObject([{ subjectId: requestId, actorId: firm.camila.memberId }])
})

describe('an edit', () => {
  test('keeps what was said before, and the client sees that it was edited', async () => {
    const office = await testOffice()
    const { firm, requestId, edit, session } = await asked(office)
    await deliver(office)
    office.later({ minutes: 1 })
    expect((await edit({ title: 'Papeles', details: 'Legibles' })).told).toBe(0)
    expect((await deliver(office)).letters).toEqual([])
    const [kept] = await office.db.read.select().from(revisions).where(eq(revisions.subjectId, requestId))
    expect(kept).toMatchObject({
      number: 1,
      replacedBy: firm.camila.memberId,
      content: {
        kind: 'request',
        title: 'Antecedentes',
        details: '',
        dueOn: '2026-03-20',
        items: ['Cédula', 'Contrato'],
      },
    })
    expect(await requestForClient(office, session, requestId)).toMatchObject({
      title: 'Papeles',
      edited: true,
    })
  })

  test('tells again in the same thread when asked, but not in a hidden matter', async () => {
    const office = await testOffice()
    const { firm, edit, matterId } = await asked(office)
    const before = (await deliver(office)).letters.filter((letter) => letter.kind === 'documentsRequested')
    expect((await edit({ tellAgain: true })).told).toBe(3)
    const [again] = (await deliver(office)).letters
    expect(again).toMatchObject({ kind: 'documentsRequested', edited: true })
    expect(before.map((letter) => letter.messageId)).toContain(again?.thread?.inReplyTo)
    await hideMatter(office, { by: firm.camila, matterId })
    expect((await edit({ tellAgain: true })).told).toBe(0)
  })

  test('with a new item reopens a fulfilled request, and the client is reminded of it in due course', async () => {
    const office = await testOffice()
    const { firm, requestId, edit, status } = await asked(office, 'Cédula')
    const cedula = await itemCalled(office, requestId, 'Cédula')
    await waiveItem(office, { by: firm.camila, itemId: cedula.id })
    expect(await status()).toBe('fulfilled')
    await office.db.transaction((tx) => tx.update(reminders).set({ sentCount: 6, nextAt: null }))
    office.later({ days: 1 })
    await edit({
      items: [
        { id: cedula.id, title: 'Cédula', kind: 'file' },
        { id: null, title: 'Poder', kind: 'file' },
      ],
    })
    expect(await status()).toBe('partial')
    const [planned] = await office.db.read.select().from(reminders)
    expect(planned?.nextAt?.getTime()).toBeGreaterThan(office.now.getTime())
  })

  test('cannot remove an item with answers, which can only be waived', async () => {
    const office = await testOffice()
    const { firm, requestId, hand, edit } = await asked(office)
    await hand('Cédula')
    const contrato = await itemCalled(office, requestId, 'Contrato')
    const cedula = await itemCalled(office, requestId, 'Cédula')
    const onlyContrato = [{ id: contrato.id, title: 'Contrato', kind: 'file' as const }]
    expect(await refusal(edit({ items: onlyContrato }))).toBe('item_answered')
    expect(await refusal(deleteRequest(office, { by: firm.camila, requestId }))).toBe('item_answered')
    await edit({ items: [{ id: cedula.id, title: 'Cédula', kind: 'file' }] })
    const { requests: seen } = await communicationOf(office, { by: firm.camila, matterId: firm.matterId })
    expect(seen[0]?.items).toMatchObject([{ title: 'Cédula' }])
    await waiveItem(office, { by: firm.camila, itemId: cedula.id })
  })

  test('may leave a due date that has passed as it is, but may not set one', async () => {
    const office = await testOffice()
    const { edit } = await asked(office)
    office.later({ days: 30 })
    await edit({ title: 'Papeles' })
    expect(await refusal(edit({ dueOn: '2026-03-21' }))).toBe('due_in_the_past')
  })

  test('cannot take over an item of another request', async () => {
    const office = await testOffice()
    const { firm, requestId, edit } = await asked(office)
    const otherId = await askFor(office, firm, 'Poder')
    const poder = await itemCalled(office, otherId, 'Poder')
    await edit({ items: [{ id: poder.id, title: 'Mandato', kind: 'file' }] })
    expect(await itemsIn(office, otherId)).toMatchObject([
      { id: poder.id, title: 'Poder', requestId: otherId },
    ])
    expect((await itemCalled(office, requestId, 'Mandato')).id).not.toBe(poder.id)
  })

  test('is refused once the request is cancelled or its matter closed', async () => {
    const office = await testOffice()
    const { firm, requestId, edit, matterId } = await asked(office)
    await cancelRequest(office, { by: firm.camila, requestId, tell: false })
    expect(await refusal(edit({}))).toBe('request_over')
    const other = await askFor(office, firm, 'Poder')
    await waiveItem(office, { by: firm.camila, itemId: (await itemCalled(office, other, 'Poder')).id })
    await closeMatter(office, { by: firm.camila, matterId })
    expect(await refusal(edit({ requestId: other }))).toBe('matter_closed')
  })
})

describe('a deletion', () => {
  test('takes the request from the client, cancels what has not left, and stays in the audit trail', async () => {
    const office = await testOffice()
    const { firm, requestId, session } = await asked(office)
    await deleteRequest(office, { by: firm.ana, requestId })
    expect(await refusal(requestForClient(office, session, requestId))).toBe('not_found')
    expect((await deliver(office)).letters.map((letter) => letter.kind)).toEqual(['accessInvite'])
    const [event] = await office.db.read.select().from(events).where(eq(events.kind, 'requestDeleted'))
    expect(event).toMatchObject({ actorId: firm.ana.memberId, subjectId: requestId, at: office.now })
    expect(await requestRow(office, requestId)).toMatchObject({
      deletedBy: firm.ana.memberId,
      title: 'Antecedentes',
    })
  })

  test('is refused while a file waits to be told its item: what a client handed in is never lost', async () => {
    const office = await testOffice()
    const { firm, requestId } = await asked(office)
    const to = [await replyAddressOf(office, 'rosa@correo.example', requestId)]
    await mailComesIn(office, {
      from: 'rosa@correo.example',
      to,
      attachments: [{ name: 'IMG_0001.jpg', type: 'image/jpeg' }],
    })
    expect(await refusal(deleteRequest(office, { by: firm.camila, requestId }))).toBe('item_answered')
  })
})

describe('a cancellation', () => {
  test('tells the clients only when asked, and ends the request', async () => {
    const office = await testOffice()
    const { firm, requestId, status, hand } = await asked(office)
    await deliver(office)
    await cancelRequest(office, { by: firm.camila, requestId, tell: true })
    expect(await status()).toBe('cancelled')
    expect((await deliver(office)).letters.map((letter) => letter.kind)).toEqual(
      Array(3).fill('requestCancelled'),
    )
    expect(await refusal(hand('Cédula'))).toBe('item_closed')
    expect(await refusal(cancelRequest(office, { by: firm.camila, requestId, tell: true }))).toBe(
      'request_over',
    )
    const quiet = await askFor(office, firm, 'Poder')
    await cancelRequest(office, { by: firm.camila, requestId: quiet, tell: false })
    expect((await mailsOf(office, 'requestCancelled')).length).toBe(3)
    expect((await deliver(office)).letters).toEqual([])
  })

  test('does not take back the receipt for what had been handed in', async () => {
    const office = await testOffice()
    const { firm, requestId, hand } = await asked(office)
    await deliver(office)
    await hand('Cédula')
    await cancelRequest(office, { by: firm.camila, requestId, tell: true })
    const kinds = (await deliver(office)).letters.map((letter) => letter.kind)
    expect(kinds).toContain('receipt')
  })

  test('leaves nothing to review', async () => {
    const office = await testOffice()
    const { firm, requestId, hand, review } = await asked(office)
    await hand('Cédula')
    await cancelRequest(office, { by: firm.camila, requestId, tell: false })
    expect(await refusal(review('Cédula', 'rejected'))).toBe('item_closed')
    expect(
      await refusal(
        waiveItem(office, { by: firm.camila, itemId: (await itemCalled(office, requestId, 'Contrato')).id }),
      ),
    ).toBe('item_closed')
  })
})

test('a waived item needs nothing and takes nothing', async () => {
  const office = await testOffice()
  const { firm, requestId, hand, session } = await asked(office)
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  await waiveItem(office, { by: firm.camila, itemId })
  expect(await refusal(hand('Cédula'))).toBe('item_closed')
  expect(await refusal(waiveItem(office, { by: firm.camila, itemId }))).toBe('item_closed')
  const seen = await requestForClient(office, session, requestId)
  expect(seen).toMatchObject({
    counts: { missing: 1, settled: 1 },
    items: [{ status: 'waived' }, { status: 'pending' }],
  })
})
