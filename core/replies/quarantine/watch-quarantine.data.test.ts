import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { askFor } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { mailComesIn, replyAddressOf, type Written } from '#test/office/incoming.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { publishNews } from '../../news/publish-news.ts'
import { remindDue } from '../../reminders/remind-due.ts'
import { setAside } from '../inbound/set-aside.ts'
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

test('so is a client to whose news a mail answers, once for each, and nobody is sent to a page for a request', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { newsId } = await publishNews(office, {
    by: firm.camila,
    matterId: firm.matterId,
    body: words('Hola'),
  })
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, newsId)]
  for (const text of ['Uno', 'Dos']) await mailComesIn(office, { from: 'otra@correo.example', to, text })
  await deliver(office)
  office.later({ hours: 4 })
  expect(await watchQuarantine(office)).toBe(2)
  const { letters } = await deliver(office)
  expect(letters).toMatchObject([{ kind: 'mailWaiting', to: { email: rosa }, uploadUrl: null }])
  expect(letters[0]?.thread).not.toBeNull()
  expect([letters[0]?.replyAddressId]).toEqual(to)
  office.later({ hours: 20 })
  await watchQuarantine(office)
  expect((await deliver(office)).notes.map((note) => note.memberId)).toEqual([
    firm.ana.memberId,
    firm.ana.memberId,
  ])
})

test('so is one to whose bundle of reminders a mail answers, once a day', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  for (const item of ['Cédula', 'Contrato']) await askFor(office, firm, item, { dueOn: '2026-03-09' })
  await deliver(office)
  office.later({ days: 3 })
  await remindDue(office)
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, firm.rosaId)]
  const comes = (text: string) => mailComesIn(office, { from: 'otra@correo.example', to, text })
  const told = async () => {
    await deliver(office)
    office.later({ hours: 4 })
    await watchQuarantine(office)
    return (await deliver(office)).letters
  }
  await comes('Uno')
  await comes('Dos')
  const [letter, ...more] = await told()
  expect(more).toEqual([])
  expect(letter).toMatchObject({ kind: 'mailWaiting', to: { email: rosa }, uploadUrl: null })
  expect(letter?.thread).not.toBeNull()
  await comes('Tres')
  expect(await told()).toEqual([])
  office.later({ days: 1 })
  await comes('Cuatro')
  expect(await told()).toHaveLength(1)
})

test('what was matched to nothing, or cannot be read, goes up to the admins as well, and rings where it was told before', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const stranger = await mailComesIn(office, { from: 'otra@correo.example', text: 'Buenas' })
  expect(stranger.state).toBe('unmatched')
  await setAside(office, {
    source: 'INBOX',
    sourceKey: '1:1',
    from: rosa,
    subject: 'Documentos',
    start: Readable.from([Buffer.from('From: rosa@correo.example\r\n\r\n')]),
    because: 'unreadable',
    reason: 'bad structure',
    replyAddressIds: [],
  })
  expect((await deliver(office)).notes).toHaveLength(2)
  office.later({ hours: 23 })
  expect(await watchQuarantine(office)).toBe(0)
  office.later({ hours: 1 })
  expect(await watchQuarantine(office)).toBe(2)
  const { letters, notes } = await deliver(office)
  expect(letters).toEqual([])
  expect(notes).toMatchObject([
    { kind: 'mailQuarantined', memberId: firm.ana.memberId, stands: null },
    { kind: 'mailQuarantined', memberId: firm.ana.memberId, stands: null },
  ])
  office.later({ days: 3 })
  expect(await watchQuarantine(office)).toBe(0)
})

test('strangers do not crowd out what waits about a matter, nor make the admins’ chat ring all day', async () => {
  const office = await testOffice()
  const { stranger } = await waiting(office)
  for (let number = 0; number < 8; number += 1)
    await mailComesIn(office, { from: `spam${number}@otro.example`, text: `${number}` })
  await stranger()
  await deliver(office)
  office.later({ hours: 24 })
  await watchQuarantine(office)
  expect((await deliver(office)).notes).toHaveLength(5 + 2)
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
