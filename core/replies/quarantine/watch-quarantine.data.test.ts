import { expect, test } from 'vitest'
import { askFor } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { mailComesIn, replyAddressOf, type Written } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { remindDue } from '../../reminders/remind-due.ts'
import { decideQuarantine } from './decide-quarantine.ts'
import { watchQuarantine } from './watch-quarantine.ts'

const rosa = 'rosa@correo.example'

// Tuesday 3 March 2026, in Santiago.
async function waiting(office: TestOffice, more: Partial<Written> = {}) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\nContrato', { dueOn: '2026-03-09' })
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, requestId)]
  const from = 'otra@correo.example'
  const stranger = () =>
    mailComesIn(office, {
      from,
      to,
      attachments: [{ name: 'cedula.pdf' }],
      text: `${Math.random()}`,
      ...more,
    })
  const { inboundId, state } = await stranger()
  expect(state).toBe('quarantined')
  const { notes } = await deliver(office)
  expect(notes.map((note) => note.memberId)).toEqual([firm.camila.memberId])
  return { firm, requestId, inboundId, stranger }
}

test('a mail nobody looked at: the client is told once at their own address, the admins after one business day', async () => {
  const office = await testOffice()
  const { firm, stranger } = await waiting(office)
  await stranger()
  await deliver(office)
  office.later({ hours: 3 })
  expect(await watchQuarantine(office)).toBe(0)
  office.later({ hours: 1 })
  await watchQuarantine(office)
  const { letters } = await deliver(office)
  expect(letters).toMatchObject([{ kind: 'mailWaiting', to: { email: rosa } }])
  expect(letters[0]?.thread).not.toBeNull()
  office.later({ hours: 19 })
  await watchQuarantine(office)
  expect((await deliver(office)).notes).toEqual([])
  office.later({ hours: 1 })
  await watchQuarantine(office)
  const up = await deliver(office)
  expect(up.letters).toEqual([])
  expect(up.notes.map((note) => [note.kind, note.memberId])).toEqual([
    ['mailQuarantined', firm.ana.memberId],
    ['mailQuarantined', firm.ana.memberId],
  ])
  office.later({ days: 3 })
  expect(await watchQuarantine(office)).toBe(0)
})

test('nobody makes the admins’ chat ring all day with mails that wait', async () => {
  const office = await testOffice()
  const { stranger } = await waiting(office)
  for (let number = 0; number < 29; number += 1) await stranger()
  await deliver(office)
  office.later({ hours: 24 })
  await watchQuarantine(office)
  expect((await deliver(office)).notes).toHaveLength(20)
  office.later({ hours: 25 })
  expect(await watchQuarantine(office)).toBe(0)
})

test('of a mail that has waited longer than two weeks nobody is told any more', async () => {
  const office = await testOffice()
  await waiting(office)
  office.later({ days: 15 })
  expect(await watchQuarantine(office)).toBe(0)
  expect((await deliver(office)).letters).toEqual([])
})

test('a weekend is no business day', async () => {
  const office = await testOffice()
  office.later({ days: 3 })
  await waiting(office)
  office.later({ days: 2 })
  await watchQuarantine(office)
  expect((await deliver(office)).notes).toEqual([])
  office.later({ days: 1 })
  await watchQuarantine(office)
  expect((await deliver(office)).notes).toHaveLength(1)
})

test('decided in time, nobody is told anything more', async () => {
  const office = await testOffice()
  const { firm, inboundId } = await waiting(office)
  await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'discarded' })
  await deliver(office)
  office.later({ days: 2 })
  expect(await watchQuarantine(office)).toBe(0)
  expect((await deliver(office)).letters).toEqual([])
})

test('reminders for that request pause until it is decided, and no longer than a fortnight', async () => {
  const office = await testOffice()
  const { firm, inboundId } = await waiting(office)
  for (let day = 0; day < 8; day += 1) {
    expect(await remindDue(office)).toBe(0)
    office.later({ days: 1 })
  }
  await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'discarded' })
  office.later({ days: 1 })
  const reminded = []
  for (let day = 0; day < 4; day += 1) {
    reminded.push(await remindDue(office))
    office.later({ days: 1 })
  }
  expect(reminded).toContain(1)

  const forgotten = await testOffice()
  await waiting(forgotten)
  const later = []
  for (let day = 0; day < 20; day += 1) {
    later.push(await remindDue(forgotten))
    forgotten.later({ days: 1 })
  }
  expect(later.slice(0, 13)).not.toContain(1)
  expect(later.slice(13)).toContain(1)
})
