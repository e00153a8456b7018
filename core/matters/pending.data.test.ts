import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { members } from '#db/schema/firms.ts'
import { settleDeliveries } from '../delivery/settle-delivery.ts'
import type { MemberActor } from '../members/actor.ts'
import { handIn } from '../replies/handing-in/hand-in.ts'
import { cancelRequest } from '../requests/cancel-request.ts'
import { waiveItem } from '../requests/waive-item.ts'
import { pendingWork } from './pending.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { deliver, mailsOf } from '#test/office/deliveries.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { mailComesIn } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { testOffice } from '#test/office/test-office.ts'

test('what waits is what is to be reviewed, what is overdue, due soon, or later, and nothing else', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const past = await askFor(office, firm, 'Cédula', { title: 'Vencida', dueOn: '2026-03-03' })
  const soon = await askFor(office, firm, 'Cédula\nPoder', { title: 'Pronto', dueOn: '2026-03-06' })
  const later = await askFor(office, firm, 'Cédula', { title: 'Después', dueOn: '2026-03-30' })
  const never = await askFor(office, firm, 'Cédula', { title: 'Sin fecha', dueOn: null })
  const done = await askFor(office, firm, 'Cédula', { title: 'Hecha' })
  const off = await askFor(office, firm, 'Cédula', { title: 'Anulada' })
  await waiveItem(office, { by: firm.camila, itemId: (await itemCalled(office, done, 'Cédula')).id })
  await cancelRequest(office, { by: firm.camila, requestId: off, tell: false })
  office.later({ days: 1 })
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const { id: itemId } = await itemCalled(office, soon, 'Poder')
  await handIn(office, { by: { session }, itemId, files: [upload('poder.pdf')] })
  const pending = await pendingWork(office, { by: firm.camila })
  const ids = (list: { requestId: string }[]) => list.map((one) => one.requestId)
  expect(pending.toReview).toMatchObject([
    { requestId: soon, client: 'Rosa Fuentes', items: 1, since: office.now },
  ])
  expect(ids(pending.overdue)).toEqual([past])
  expect(pending.dueSoon).toMatchObject([{ requestId: soon, missing: 1, total: 2 }])
  expect(ids(pending.waiting)).toEqual([later, never])
})

test('what a client handed in for a request that was cancelled afterwards is nothing to review', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula')
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  await handIn(office, { by: { session }, itemId, files: [upload('cedula.pdf')] })
  await cancelRequest(office, { by: firm.camila, requestId, tell: false })
  expect((await pendingWork(office, { by: firm.camila })).toReview).toEqual([])
})

test('a request is overdue when its day has ended where the client lives', async () => {
  // 20:30 on the 3rd in Santiago; in Madrid it is the 4th already.
  const office = await testOffice({}, '2026-03-03T23:30:00Z')
  const firm = await lawFirm(office)
  const carmenId = await firm.addClient('Carmen Ruiz', 'carmen@correo.example', { timeZone: 'Europe/Madrid' })
  const matterId = await firm.addMatter({
    title: 'Herencia',
    clients: [carmenId],
    responsible: [firm.camila.memberId],
  })
  const abroad = await askFor(office, firm, 'Cédula', { matterId, dueOn: '2026-03-03' })
  const here = await askFor(office, firm, 'Cédula', { dueOn: '2026-03-03' })
  const { overdue, dueSoon } = await pendingWork(office, { by: firm.camila })
  expect(overdue.map((request) => request.requestId)).toEqual([abroad])
  expect(dueSoon.map((request) => request.requestId)).toEqual([here])
})

describe('a member', () => {
  test('sees what waits in the matters they answer for; one who answers for none sees all they may see', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
    const lucia = await firm.addMember('Lucía Paz', 'assistant')
    const secret = await firm.addMatter({
      title: 'Secreto',
      clients: [firm.rosaId],
      visibility: 'private',
      responsible: [pablo.memberId],
    })
    const open = await askFor(office, firm, 'Cédula')
    const hidden = await askFor(office, firm, 'Poder', { by: pablo, matterId: secret })
    const waiting = async (by: MemberActor, all?: boolean) =>
      (await pendingWork(office, { by, ...(all ? { all } : {}) })).waiting
        .map((request) => request.requestId)
        .sort()
    expect(await waiting(firm.camila)).toEqual([open])
    expect(await waiting(pablo)).toEqual([hidden])
    expect(await waiting(pablo, true)).toEqual([open, hidden].sort())
    expect(await waiting(firm.camila, true)).toEqual([open])
    expect(await waiting(lucia)).toEqual([open])
    expect(await waiting(firm.ana)).toEqual([open, hidden].sort())
  })

  test('who is no admin any more sees as much as their role now gives, whatever chat still believes', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
    const matterId = await firm.addMatter({
      title: 'Secreto',
      clients: [firm.rosaId],
      visibility: 'private',
      responsible: [pablo.memberId],
    })
    await askFor(office, firm, 'Poder', { by: pablo, matterId })
    await office.db.transaction((tx) =>
      tx.update(members).set({ role: 'assistant' }).where(eq(members.id, firm.ana.memberId)),
    )
    const { waiting } = await pendingWork(office, { by: firm.ana })
    expect(waiting).toEqual([])
  })
})

test('a mail to confirm waits for the responsible member, one from a stranger for the admins', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await askFor(office, firm, 'Cédula')
  const [mail] = await mailsOf(office)
  const about = await mailComesIn(office, { from: 'otro@correo.example', to: [mail?.replyAddressId ?? ''] })
  const stranger = await mailComesIn(office, { from: 'alguien@correo.example', text: 'Hola' })
  const quarantined = async (by: MemberActor) =>
    (await pendingWork(office, { by })).quarantined.map((one) => one.inboundId)
  expect(await quarantined(firm.camila)).toEqual([about.inboundId])
  expect(await quarantined(firm.ana)).toEqual([about.inboundId, stranger.inboundId])
})

test('a delivery that failed is told for a week, not for ever', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await askFor(office, firm, 'Cédula')
  const [row] = await mailsOf(office)
  if (!row) throw new Error('no mail')
  await settleDeliveries(office, [
    { row, outcome: { kind: 'refused', reason: '550 no such user', dead: true } },
  ])
  await deliver(office)
  expect((await pendingWork(office, { by: firm.camila })).failed).toMatchObject([{ email: row.recipient }])
  office.later({ days: 8 })
  expect((await pendingWork(office, { by: firm.camila })).failed).toEqual([])
})
