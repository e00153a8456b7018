import { describe, expect, test } from 'vitest'
import { reminders } from '#db/schema/replies.ts'
import { remindDue } from '../reminders/remind-due.ts'
import { usualPolicy } from '../reminders/policy.ts'
import { editFirm } from './edit-firm.ts'
import { firmOf } from './firm.ts'
import { askFor } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

async function planned(office: TestOffice): Promise<string | undefined> {
  const [row] = await office.db.read.select().from(reminders)
  return row?.nextAt?.toISOString()
}

/** The letters that leave when the job comes round now. */
async function remindersNow(office: TestOffice) {
  await remindDue(office)
  return (await deliver(office)).letters.filter((letter) => letter.kind === 'reminder')
}

describe('the firm’s reminder policy', () => {
  test('decides when a client is reminded from then on', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    await editFirm(office, { by: firm.ana, reminderPolicy: { ...usualPolicy, from: 15, until: 17 } })
    await askFor(office, firm, 'Cédula', { dueOn: '2026-03-09' })
    // The eve is a Sunday; the business day before it is Friday the 6th, at 15:00 in Santiago.
    expect(await planned(office)).toBe('2026-03-06T18:00:00.000Z')
  })

  test('holds for what was planned before it changed, when its hour comes', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    await askFor(office, firm, 'Cédula', { dueOn: '2026-03-09' })
    await deliver(office)
    expect(await planned(office)).toBe('2026-03-06T13:00:00.000Z')
    await editFirm(office, { by: firm.ana, reminderPolicy: { ...usualPolicy, from: 15, until: 17 } })
    office.now = new Date('2026-03-06T13:05:00Z')
    expect(await remindersNow(office)).toEqual([])
    office.now = new Date('2026-03-06T18:05:00Z')
    expect(await remindersNow(office)).toHaveLength(3)
  })

  test('lets nothing out at night or on a closing day, though the office was down when it was due', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    await askFor(office, firm, 'Cédula', { dueOn: '2026-03-09' })
    await deliver(office)
    await editFirm(office, { by: firm.ana, closingDays: ['2026-03-10'] })
    for (const asleep of ['2026-03-07T03:00:00Z', '2026-03-08T15:00:00Z', '2026-03-10T15:00:00Z']) {
      office.now = new Date(asleep)
      expect([asleep, await remindersNow(office)]).toEqual([asleep, []])
    }
    office.now = new Date('2026-03-11T15:00:00Z')
    expect(await remindersNow(office)).toHaveLength(3)
  })
})

test('only admins change the firm, and nothing of a wrong wish is kept', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const before = await firmOf(office.db.read, firm.firmId)
  expect(await refusal(editFirm(office, { by: firm.camila, name: 'Mío' }))).toBe('not_allowed')
  const wrong = [
    { name: ' ' },
    { accent: '#12345' },
    { timeZone: 'Marte/Olimpo' },
    { closingDays: ['2026-02-30'] },
    { digestHour: '24:00' },
    { supportContact: 'x'.repeat(301) },
  ]
  for (const wish of wrong)
    expect(await refusal(editFirm(office, { by: firm.ana, name: 'Otro', ...wish }))).toMatch(/^(not_|text_)/)
  expect(await firmOf(office.db.read, firm.firmId)).toEqual(before)
})
