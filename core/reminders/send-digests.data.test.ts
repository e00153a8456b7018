import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { members } from '#db/schema/firms.ts'
import { matters } from '#db/schema/matters.ts'
import { editFirm } from '../firms/edit-firm.ts'
import { addMember } from '../members/add-member.ts'
import { chooseDigest } from '../members/choose-digest.ts'
import { waiveItem } from '../requests/waive-item.ts'
import { sendDigests } from './send-digests.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { chatsOf, deliver } from '#test/office/deliveries.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
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

describe('a firm that wants the digest by e-mail', () => {
  test('has it in the language of each member, grouped by who is responsible, and of a sensitive matter only its reference', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    await firm.addMatter({
      title: 'Divorcio Fuentes',
      alias: 'Asunto azul',
      sensitive: true,
      clients: [firm.rosaId],
      responsible: [firm.ana.memberId],
    })
    const [sensitive] = (await office.db.read.select().from(matters)).filter((one) => one.sensitiveAt)
    await askFor(office, firm, 'Cédula\nContrato')
    await askFor(office, firm, 'Acta de matrimonio', { matterId: sensitive?.id ?? '' })
    await editFirm(office, { by: firm.ana, digestBy: 'mail' })
    await deliver(office)
    // Who has no chat has an address all the same.
    await addMember(office, {
      by: firm.system,
      name: 'João Lima',
      email: 'joao@estudio.example',
      role: 'admin',
    })
    await office.db.transaction((tx) =>
      tx.update(members).set({ locale: 'pt-BR' }).where(eq(members.email, 'joao@estudio.example')),
    )
    expect(await sendDigests(office)).toBe(3)
    expect(await sendDigests(office)).toBe(0)
    const { letters, notes } = await deliver(office)
    expect(notes).toEqual([])
    const to = (email: string) => letters.find((letter) => letter.to.email === email)
    expect(to('camila@estudio.example')).toMatchObject({
      kind: 'digest',
      locale: 'es-CL',
      chatUrl: expect.stringMatching(/^https:\/\/app\.slack\.com\/client\/T000000001/),
      groups: [{ isReader: true, waiting: [{ client: 'Rosa Fuentes', missing: 2 }] }],
    })
    expect(to('joao@estudio.example')).toMatchObject({
      locale: 'pt-BR',
      chatUrl: null,
      groups: [
        {
          member: 'Ana Rojas',
          waiting: [{ matter: { title: 'Asunto azul', reference: 'Asunto azul' }, missing: 1 }],
        },
        { member: 'Camila Soto' },
      ],
    })
  })

  test('may want both, and each member may want none; what is no longer pending is not sent', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const requestId = await askFor(office, firm, 'Cédula')
    await editFirm(office, { by: firm.ana, digestBy: 'both' })
    await chooseDigest(office, { by: firm.ana, wanted: false })
    await deliver(office)
    expect(await sendDigests(office)).toBe(1)
    const first = await deliver(office)
    expect(first.notes.map((note) => note.kind)).toEqual(['digest'])
    expect(first.letters.map((letter) => letter.to.email)).toEqual(['camila@estudio.example'])
    office.later({ days: 1 })
    expect(await sendDigests(office)).toBe(1)
    await waiveItem(office, { by: firm.camila, itemId: (await itemCalled(office, requestId, 'Cédula')).id })
    const second = await deliver(office)
    expect(second.letters.map((letter) => letter.kind)).not.toContain('digest')
    expect(second.cancelled).toContain('nothing pending any more')
  })

  test('is a wish of its admins alone', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    expect(await refusal(editFirm(office, { by: firm.camila, digestBy: 'mail' }))).toBe('not_allowed')
  })
})
