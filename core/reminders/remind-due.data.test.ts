import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { clients } from '#db/schema/clients.ts'
import { events } from '#db/schema/delivery.ts'
import { reminders } from '#db/schema/replies.ts'
import { editClient } from '../clients/edit-client.ts'
import { hideMatter } from '../matters/hide-matter.ts'
import { waiveItem } from '../requests/waive-item.ts'
import { remindDue } from './remind-due.ts'
import { remindNow } from './remind-now.ts'
import { remindersPage } from './reminders-page.ts'
import { remindersToken } from './reminders-token.ts'
import { stopRemindersByLink } from './stop-by-link.ts'
import { snoozeReminders } from './snooze.ts'
import { askFor, itemCalled, itemsIn } from '#test/office/ask-for.ts'
import { deliver, mailsOf } from '#test/office/deliveries.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm, type LawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const rosa = 'rosa@correo.example'

/** Hour by hour, as the job comes round; gives back the letters that left and when. */
async function passes(office: TestOffice, days: number) {
  const left = []
  for (let hour = 0; hour < days * 24; hour += 2) {
    office.later({ hours: 2 })
    await remindDue(office)
    const { letters, notes } = await deliver(office)
    for (const letter of letters) if (letter.kind === 'reminder') left.push({ letter, at: office.now, notes })
  }
  return left
}

async function started(office: TestOffice): Promise<LawFirm> {
  const firm = await lawFirm(office)
  await editClient(office, {
    by: firm.camila,
    clientId: firm.rosaId,
    additional: ['contador@correo.example'],
  })
  return firm
}

describe('many pending things', () => {
  test('of several matters make one e-mail for each address, whose answer fulfils any of them', async () => {
    const office = await testOffice()
    const firm = await started(office)
    const matterId = await firm.addMatter({ title: 'Otra', alias: 'Lirio', clients: [firm.rosaId] })
    const cedula = await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
    const poder = await askFor(office, firm, 'Poder', { matterId, dueOn: '2026-03-10' })
    const undated = await askFor(office, firm, 'Finiquito', { matterId, dueOn: null })
    await deliver(office)
    const left = await passes(office, 3)
    expect(left.map(({ letter }) => letter.to.email).sort()).toEqual(['contador@correo.example', rosa])
    const { letter } = left[0] ?? {}
    expect(letter).toMatchObject({ kind: 'reminder', reference: null, uploadUrl: null })
    expect(letter?.kind === 'reminder' && letter.requests.map((one) => one.items[0]?.title)).toEqual([
      'Cédula',
      'Poder',
      'Finiquito',
    ])
    expect(letter?.remindersUrl).toContain('/reminders/')
    expect(new Set(left.map((one) => one.letter.replyAddressId)).size).toBe(2)

    const to = [await replyAddressOf(office, rosa, firm.rosaId)]
    const attachments = [{ name: 'poder.pdf' }, { name: 'cedula.pdf' }]
    expect((await mailComesIn(office, { from: rosa, to, attachments })).state).toBe('answered')
    for (const requestId of [cedula, poder]) {
      expect((await itemsIn(office, requestId)).map((item) => item.status)).toEqual(['received'])
    }
    expect((await itemsIn(office, undated)).map((item) => item.status)).toEqual(['pending'])
  })

  test('a reply to the bundle counts also after the client asked for no more reminders', async () => {
    const office = await testOffice()
    const firm = await started(office)
    const one = await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
    await askFor(office, firm, 'Poder', { dueOn: '2026-03-06' })
    await passes(office, 3)
    const to = [await replyAddressOf(office, rosa, firm.rosaId)]
    await mailComesIn(office, { from: rosa, to, text: 'No recordar' })
    const { state } = await mailComesIn(office, { from: rosa, to, attachments: [{ name: 'cedula.pdf' }] })
    expect(state).toBe('answered')
    expect((await itemsIn(office, one))[0]?.status).toBe('received')
  })

  test('a request without a due date comes after those with one, on either engine', async () => {
    const office = await testOffice()
    const firm = await started(office)
    await askFor(office, firm, 'Sin fecha', { dueOn: null })
    await askFor(office, firm, 'Con fecha', { dueOn: '2026-03-06' })
    const [first] = await passes(office, 3)
    expect(first?.letter.kind === 'reminder' && first.letter.requests.map((one) => one.dueOn)).toEqual([
      '2026-03-06',
      null,
    ])
  })
})

describe('reminders', () => {
  test('leave on business days between 9 and 19 where the client lives, never three in seven days, and end after six', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    await editClient(office, {
      by: firm.camila,
      clientId: firm.rosaId,
      additional: [],
      timeZone: 'Europe/Madrid',
    })
    await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
    const left = await passes(office, 60)
    expect(left).toHaveLength(6)
    for (const { at } of left) {
      const there = new Intl.DateTimeFormat('en', {
        timeZone: 'Europe/Madrid',
        weekday: 'short',
        hour: 'numeric',
        hourCycle: 'h23',
      })
      const parts = Object.fromEntries(there.formatToParts(at).map((part) => [part.type, part.value]))
      expect(['Sat', 'Sun']).not.toContain(parts.weekday)
      expect(Number(parts.hour)).toBeGreaterThanOrEqual(9)
      expect(Number(parts.hour)).toBeLessThan(19)
    }
    const times = left.map(({ at }) => at.getTime() / 3_600_000)
    for (const [index, time] of times.entries()) {
      expect(time - (times[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(48)
      expect(time - (times[index - 2] ?? -Infinity)).toBeGreaterThanOrEqual(7 * 24)
    }
    const ended = left.flatMap(({ notes }) => notes.filter((note) => note.kind === 'remindersEnded'))
    expect(ended).toMatchObject([{ client: 'Rosa Fuentes', request: { missing: 1 } }])
  })

  test('of a request whose reminders have ended are not begun again by those of another, nor is the end told twice', async () => {
    const office = await testOffice()
    const firm = await started(office)
    const old = await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
    await office.db.transaction((tx) => tx.update(reminders).set({ sentCount: 6, nextAt: null }))
    await askFor(office, firm, 'Poder', { dueOn: '2026-03-12' })
    const [first] = await passes(office, 10)
    expect(
      first?.letter.kind === 'reminder' && first.letter.requests.map((one) => one.items[0]?.title),
    ).toEqual(['Poder'])
    expect(first?.notes).toEqual([])
    const [row] = await office.db.read.select().from(reminders).where(eq(reminders.requestId, old))
    expect(row?.sentCount).toBe(6)
  })

  test('run by two processes at once, and again at once, remind once', async () => {
    const office = await testOffice()
    const firm = await started(office)
    await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
    await askFor(office, firm, 'Poder', { dueOn: '2026-03-06' })
    const other = await secondConnection(office)
    office.later({ days: 2, hours: 1 })
    const told = await Promise.all([remindDue(office), remindDue(other), remindDue(office)])
    expect(told.reduce((sum, number) => sum + number, 0)).toBe(1)
    expect(await remindDue(office)).toBe(0)
    expect(await mailsOf(office, 'reminder')).toHaveLength(2)
    expect(await office.db.read.select().from(events).where(eq(events.kind, 'reminderSent'))).toHaveLength(1)
  })

  test('are not sent for what was settled meanwhile, nor for what is hidden', async () => {
    const office = await testOffice()
    const firm = await started(office)
    const matterId = await firm.addMatter({ title: 'Otra', clients: [firm.rosaId] })
    const cedula = await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
    const poder = await askFor(office, firm, 'Poder', { matterId, dueOn: '2026-03-06' })
    await deliver(office)
    office.later({ days: 2, hours: 1 })
    expect(await remindDue(office)).toBe(1)
    // Queued, not sent: now one is waived and the other's matter hidden.
    await waiveItem(office, { by: firm.camila, itemId: (await itemCalled(office, cedula, 'Cédula')).id })
    await hideMatter(office, { by: firm.camila, matterId })
    const { letters, cancelled } = await deliver(office)
    expect(letters).toEqual([])
    expect(cancelled).toEqual(Array(2).fill('nothing wanted any more'))
    expect(await passes(office, 10)).toEqual([])
    expect(poder).toBeTruthy()
  })

  test('that have not left do not reach an address that was removed meanwhile', async () => {
    const office = await testOffice()
    const firm = await started(office)
    await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
    await askFor(office, firm, 'Poder', { dueOn: '2026-03-06' })
    await deliver(office)
    office.later({ days: 2, hours: 1 })
    await remindDue(office)
    await editClient(office, { by: firm.camila, clientId: firm.rosaId, additional: [] })
    expect((await deliver(office)).letters.map((letter) => letter.to.email)).toEqual([rosa])
  })
})

describe('a snooze', () => {
  test('silences one request until its day, and not the others', async () => {
    const office = await testOffice()
    const firm = await started(office)
    const cedula = await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
    await askFor(office, firm, 'Poder', { dueOn: '2026-03-06' })
    await deliver(office)
    await snoozeReminders(office, { by: firm.camila, requestId: cedula, until: '2026-03-16' })
    const left = await passes(office, 21)
    const first = left.find(
      ({ letter }) =>
        letter.kind === 'reminder' && letter.requests.some((one) => one.items[0]?.title === 'Cédula'),
    )
    expect(left[0]?.at.getTime()).toBeLessThan(Date.parse('2026-03-10'))
    expect(first?.at.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-03-16T12:00:00Z'))
  })

  test("ends with the client's day, however far west they live", async () => {
    const office = await testOffice()
    const firm = await started(office)
    await editClient(office, { by: firm.camila, clientId: firm.rosaId, timeZone: 'Pacific/Honolulu' })
    const cedula = await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
    await snoozeReminders(office, { by: firm.camila, requestId: cedula, until: '2026-03-12' })
    const [row] = await office.db.read.select().from(reminders)
    expect(row?.nextAt?.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-03-12T10:00:00Z'))
  })

  test('must be a day that is not over', async () => {
    const office = await testOffice()
    const firm = await started(office)
    const requestId = await askFor(office, firm, 'Cédula')
    expect(await refusal(snoozeReminders(office, { by: firm.camila, requestId, until: 'pronto' }))).toBe(
      'not_a_day',
    )
    expect(await refusal(snoozeReminders(office, { by: firm.camila, requestId, until: '2026-03-02' }))).toBe(
      'due_in_the_past',
    )
  })
})

describe('a client who wants no reminders', () => {
  test('says so by the link, which changes nothing when it is merely opened; their lawyer is told once', async () => {
    const office = await testOffice()
    const firm = await started(office)
    await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
    await deliver(office)
    const token = remindersToken(office, firm.rosaId)
    const untouched = { firm: { name: 'Estudio Rojas' }, reminders: { email: null, stopped: false } }
    expect(await remindersPage(office, token)).toMatchObject(untouched)
    expect(await remindersPage(office, token)).toMatchObject(untouched)
    for (const forged of ['', `${firm.rosaId}-`, `${token}x`, token.toUpperCase()]) {
      expect(await remindersPage(office, forged)).toBeNull()
      expect(await refusal(stopRemindersByLink(office, forged))).toBe('not_found')
    }
    await stopRemindersByLink(office, token)
    await stopRemindersByLink(office, token)
    expect(await remindersPage(office, token)).toMatchObject({
      reminders: { stopped: true, mayResume: true },
    })
    const { notes } = await deliver(office)
    expect(notes).toMatchObject([{ kind: 'remindersStopped', memberId: firm.camila.memberId }])
    // Also of what is asked afterwards.
    await askFor(office, firm, 'Poder', { dueOn: '2026-03-12' })
    expect(await passes(office, 20)).toEqual([])
  })

  test('is not sent one that had been written already', async () => {
    const office = await testOffice()
    const firm = await started(office)
    await askFor(office, firm, 'Cédula', { dueOn: '2026-03-06' })
    await deliver(office)
    office.later({ days: 2, hours: 1 })
    await remindDue(office)
    await stopRemindersByLink(office, remindersToken(office, firm.rosaId))
    expect((await deliver(office)).letters).toEqual([])
    const [client] = await office.db.read.select().from(clients)
    expect(client?.remindersStoppedAt).not.toBeNull()
  })
})

test('a member reminds at once, whatever was planned, but of nothing that is over', async () => {
  const office = await testOffice()
  const firm = await started(office)
  const requestId = await askFor(office, firm, 'Cédula')
  await deliver(office)
  const wish = { by: firm.camila, requestId, interaction: 'click-1' }
  expect(await remindNow(office, wish)).toEqual({ told: 1 })
  await remindNow(office, wish)
  const { letters } = await deliver(office)
  expect(letters.map((letter) => letter.kind)).toEqual(['reminder', 'reminder'])
  expect(letters[0]).toMatchObject({
    thread: { references: expect.any(Array) },
    requests: [{ counts: { received: 0 } }],
  })
  await waiveItem(office, { by: firm.camila, itemId: (await itemCalled(office, requestId, 'Cédula')).id })
  expect(await refusal(remindNow(office, { by: firm.camila, requestId }))).toBe('request_over')
})
