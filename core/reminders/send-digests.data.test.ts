import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { members } from '#db/schema/firms.ts'
import { waiveItem } from '../requests/waive-item.ts'
import { sendDigests } from './send-digests.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { chatsOf, deliver } from '#test/office/deliveries.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice } from '#test/office/test-office.ts'

test("each member for whom something waits has one digest a day, on business days, from the firm's hour on", async () => {
  // Tuesday, 07:30 in Santiago.
  const office = await testOffice({}, '2026-03-03T10:30:00Z')
  const firm = await lawFirm(office)
  await firm.addMember('Pablo Reyes', 'lawyer')
  await askFor(office, firm, 'Cédula')
  await deliver(office)
  expect(await sendDigests(office)).toBe(0)
  office.later({ minutes: 30 })
  const other = await secondConnection(office)
  const sent = await Promise.all([sendDigests(office), sendDigests(other)])
  expect(sent[0] + sent[1]).toBe(3)
  expect(await sendDigests(office)).toBe(0)
  const { notes } = await deliver(office)
  expect(notes.map((note) => note.kind)).toEqual(['digest', 'digest', 'digest'])
  const camila = notes.find((note) => note.memberId === firm.camila.memberId)
  expect(camila).toMatchObject({
    day: '2026-03-03',
    pending: { waiting: [{ client: 'Rosa Fuentes', missing: 1 }] },
  })
  // Wednesday, Thursday, Friday; not on Saturday and Sunday.
  for (const expected of [3, 3, 3, 0, 0, 3]) {
    office.later({ days: 1 })
    expect(await sendDigests(office)).toBe(expected)
  }
})

test('who has nothing pending hears nothing, nor does who has left', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula')
  await office.db.transaction((tx) =>
    tx.update(members).set({ leftAt: office.now }).where(eq(members.id, firm.ana.memberId)),
  )
  expect(await sendDigests(office)).toBe(1)
  expect((await chatsOf(office, 'digest')).map((row) => row.memberId)).toEqual([firm.camila.memberId])
  office.later({ days: 1 })
  await waiveItem(office, { by: firm.camila, itemId: (await itemCalled(office, requestId, 'Cédula')).id })
  expect(await sendDigests(office)).toBe(0)
})
