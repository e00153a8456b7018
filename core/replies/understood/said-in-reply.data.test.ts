import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { reminders } from '#db/schema/replies.ts'
import { askFor, itemCalled, itemsIn } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { mailComesIn, replyAddressOf, type Written } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { communicationOf } from '../../matters/communication.ts'
import { remindDue } from '../../reminders/remind-due.ts'
import { waiveItem } from '../../requests/waive-item.ts'

const rosa = 'rosa@correo.example'

// It is Tuesday 3 March 2026, in Santiago.
async function asked(office: TestOffice, items = 'Cédula de identidad\nContrato de trabajo\nPoder') {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, items, { dueOn: '2026-03-09' })
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, requestId)]
  const reply = (written: Partial<Written>) => mailComesIn(office, { from: rosa, to, ...written })
  const planned = async () =>
    (await office.db.read.select().from(reminders).where(eq(reminders.requestId, requestId)))[0]
  const snoozed = async () => (await planned())?.snoozedUntil
  return { firm, requestId, reply, snoozed, planned }
}

test('“I will send it Friday” keeps reminders back until that day is over, and the member reads so', async () => {
  const office = await testOffice()
  const { firm, reply, snoozed, planned } = await asked(office)
  const before = await planned()
  expect((before?.nextAt?.toISOString() ?? '') < '2026-03-07').toBe(true)
  expect((await reply({ text: 'Hola, se lo mando el viernes. Saludos' })).state).toBe('filed')
  expect(await snoozed()).toBe('2026-03-07')
  const { notes, letters } = await deliver(office)
  expect(letters).toEqual([])
  expect(notes).toMatchObject([
    { kind: 'messageArrived', said: { promised: '2026-03-06', lacking: null }, answerable: true },
  ])
  const { history } = await communicationOf(office, { by: firm.camila, matterId: firm.matterId })
  expect(history.find((one) => one.kind === 'remindersSnoozed')).toMatchObject({
    actor: 'Rosa Fuentes',
    facts: { until: '2026-03-07' },
  })
  const next = (await planned())?.nextAt
  if (!next) throw new Error('none is planned')
  expect(next.toISOString() > '2026-03-07').toBe(true)
  office.later({ minutes: (next.getTime() - office.clock().getTime()) / 60_000 - 1 })
  expect(await remindDue(office)).toBe(0)
  office.later({ minutes: 1 })
  expect(await remindDue(office)).toBe(1)
})

test('files and a promise both hold, each told once', async () => {
  const office = await testOffice()
  const { requestId, reply, snoozed } = await asked(office)
  const text = 'Adjunto la cédula. El contrato se lo mando el viernes.'
  expect((await reply({ text, attachments: [{ name: 'cedula.pdf' }] })).state).toBe('answered')
  expect((await itemsIn(office, requestId)).map((item) => item.status)).toEqual([
    'received',
    'pending',
    'pending',
  ])
  expect(await snoozed()).toBe('2026-03-07')
  const { notes, letters } = await deliver(office)
  expect(notes.map((note) => note.kind).sort()).toEqual(['answersArrived', 'messageArrived'])
  expect(letters.map((letter) => letter.kind)).toEqual(['receipt'])
})

test('what a client does not have is named to the member, who waives it; the message says so', async () => {
  const office = await testOffice()
  const { firm, requestId, reply, snoozed } = await asked(office)
  await reply({ text: 'Ya no tengo el contrato de trabajo.' })
  const item = await itemCalled(office, requestId, 'Contrato de trabajo')
  expect((await deliver(office)).notes).toMatchObject([
    { said: { promised: null, lacking: { item: { id: item.id, title: item.title, isWanted: true } } } },
  ])
  expect(await snoozed()).toBeNull()
  await waiveItem(office, { by: firm.camila, itemId: item.id })
  expect((await deliver(office)).notes).toMatchObject([
    { kind: 'messageArrived', said: { lacking: { item: { isWanted: false } } } },
  ])
})

test('a document that cannot be told is asked about', async () => {
  const office = await testOffice()
  const { reply } = await asked(office)
  await reply({ text: 'No tengo ese documento' })
  expect((await deliver(office)).notes).toMatchObject([{ said: { lacking: { item: null } } }])
})

test('a promise is no answer to a question, and an absence notice promises nothing', async () => {
  const office = await testOffice()
  const { requestId, reply, snoozed } = await asked(office, '¿Cuál es su domicilio?')
  await reply({ kind: 'automatic', text: 'Estoy fuera de la oficina. Se lo envío el viernes.' })
  expect(await snoozed()).toBeNull()
  await reply({ text: 'Se lo mando mañana' })
  expect((await itemsIn(office, requestId)).map((item) => item.status)).toEqual(['pending'])
  expect(await snoozed()).toBe('2026-03-05')
})

test('several questions are answered by number, or beneath their quotes', async () => {
  const office = await testOffice()
  const { requestId, reply } = await asked(office, '¿Tiene hijos?\n¿Cuál es su domicilio?\nCédula')
  expect((await reply({ text: '1. Sí, dos 2. Av. Matta 123' })).state).toBe('answered')
  expect((await itemsIn(office, requestId)).map((item) => item.status)).toEqual([
    'received',
    'received',
    'pending',
  ])

  const other = await asked(await testOffice(), '¿Tiene hijos?\n¿Cuál es su domicilio?')
  const text = 'Respondo abajo\n> ¿Cuál es su domicilio? (respuesta por escrito)\nAv. Matta 123\n> Saludos'
  expect((await other.reply({ text, writtenText: 'Respondo abajo' })).state).toBe('answered')
})
