import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { requests } from '#db/schema/communication.ts'
import { events } from '#db/schema/delivery.ts'
import { files } from '#db/schema/replies.ts'
import { waiveItem } from '../../requests/waive-item.ts'
import { remindDue } from '../../reminders/remind-due.ts'
import { arrivalForReview } from '../arrival-for-review.ts'
import { settleFile } from './settle-file.ts'
import { askFor, itemCalled, itemsIn } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { raceOf, refusal } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

async function unsure(office: TestOffice) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\nContrato')
  const to = [await replyAddressOf(office, 'rosa@correo.example', requestId)]
  const image = { type: 'image/jpeg' }
  await mailComesIn(office, {
    from: 'rosa@correo.example',
    to,
    attachments: [
      { name: 'IMG_1.jpg', ...image },
      { name: 'IMG_2.jpg', ...image },
    ],
  })
  await deliver(office)
  const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
  const [one = '', two = ''] = waiting?.unsure.map((file) => file.id) ?? []
  const contrato = await itemCalled(office, requestId, 'Contrato')
  return { firm, requestId, one, two, contrato }
}

test("one click says which item a file is for: it is the client's answer, and the message in chat says so", async () => {
  const office = await testOffice()
  const { firm, requestId, one, two, contrato } = await unsure(office)
  await settleFile(office, { by: firm.camila, fileId: one, itemId: contrato.id })
  expect((await itemsIn(office, requestId)).map((item) => item.status)).toEqual(['pending', 'received'])
  const [request] = await office.db.read.select().from(requests)
  expect(request?.status).toBe('partial')
  const { notes } = await deliver(office)
  expect(notes).toHaveLength(1)
  expect(notes[0]?.stands).not.toBeNull()
  expect(notes[0]).toMatchObject({
    items: [{ title: 'Contrato', files: [{ id: one }] }],
    unsure: [{ id: two }],
  })
  const [event] = await office.db.read.select().from(events).where(eq(events.kind, 'fileSettled'))
  expect(event).toMatchObject({ actorId: firm.camila.memberId, subjectId: one })
  // A second file for the same item joins the same answer.
  await settleFile(office, { by: firm.camila, fileId: two, itemId: contrato.id })
  const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
  expect(waiting?.items).toMatchObject([{ files: [{ id: one }, { id: two }] }])
})

test('a file can be said to belong to no item, and is then set aside', async () => {
  const office = await testOffice()
  const { firm, requestId, one, two } = await unsure(office)
  await settleFile(office, { by: firm.camila, fileId: one, itemId: null })
  const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
  expect(waiting).toMatchObject({ items: [], unsure: [{ id: two }], setAside: [{ id: one }] })
  const [file] = await office.db.read.select().from(files).where(eq(files.id, one))
  expect(file).toMatchObject({ answerId: null, settledBy: firm.camila.memberId })
})

describe('it is refused', () => {
  test('to the slower of two members, who learns who was faster', async () => {
    const office = await testOffice()
    const { firm, one, contrato } = await unsure(office)
    const other = await secondConnection(office)
    const { first, lost } = await raceOf(
      settleFile(office, { by: firm.camila, fileId: one, itemId: contrato.id }),
      settleFile(other, { by: firm.ana, fileId: one, itemId: null }),
    )
    const by = first ? 'Camila Soto' : 'Ana Rojas'
    expect(lost).toMatchObject({
      code: 'already_decided',
      facts: { by },
    })
  })

  test('for an item that is settled, or of another request', async () => {
    const office = await testOffice()
    const { firm, one, contrato } = await unsure(office)
    await waiveItem(office, { by: firm.camila, itemId: contrato.id })
    expect(await refusal(settleFile(office, { by: firm.camila, fileId: one, itemId: contrato.id }))).toBe(
      'item_closed',
    )
    const other = await askFor(office, firm, 'Poder')
    const { id: itemId } = await itemCalled(office, other, 'Poder')
    expect(await refusal(settleFile(office, { by: firm.camila, fileId: one, itemId }))).toBe('not_found')
  })
})

test('a file sent in answer to a bundle of requests waits with the request it probably is for', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const soon = await askFor(office, firm, 'Cédula\nPasaporte', { dueOn: '2026-03-05' })
  const later = await askFor(office, firm, 'Contrato de trabajo\nContrato de arriendo', {
    dueOn: '2026-03-12',
  })
  office.later({ days: 3 })
  expect(await remindDue(office)).toBe(1)
  const to = [await replyAddressOf(office, 'rosa@correo.example', firm.rosaId)]
  await mailComesIn(office, {
    from: 'rosa@correo.example',
    to,
    attachments: [
      { name: 'contrato.pdf' },
      { name: 'cedula.pdf' },
      { name: 'IMG_1.jpg', type: 'image/jpeg' },
    ],
  })
  const first = await arrivalForReview(office, { by: firm.camila, requestId: soon })
  expect(first).toMatchObject({ items: [{ title: 'Cédula' }], unsure: [{ name: 'IMG_1.jpg' }] })
  const second = await arrivalForReview(office, { by: firm.camila, requestId: later })
  expect(second?.unsure).toMatchObject([
    { name: 'contrato.pdf', suggestion: { title: expect.stringContaining('Contrato') } },
  ])
})
