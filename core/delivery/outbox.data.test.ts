import { and, eq, inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { deadAddresses } from '#db/schema/clients.ts'
import { events, outbox } from '#db/schema/delivery.ts'
import { accesses } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { editAccess } from '../access/granting/edit-access.ts'
import { addAccess } from '../access/granting/add-access.ts'
import { invite } from '../access/granting/invite.ts'
import { removeAccess } from '../access/granting/remove-access.ts'
import { editClient } from '../clients/edit-client.ts'
import { deleteNews } from '../news/delete-news.ts'
import { editNews } from '../news/edit-news.ts'
import { publishNews } from '../news/publish-news.ts'
import { hideMatter } from '../matters/hide-matter.ts'
import { claimOutbox, claimSeconds, renewClaims } from './claim-outbox.ts'
import { chatNoteFor } from './chat-note-for.ts'
import { letterFor } from './letter-for.ts'
import type { OutboxRow } from './note-refused.ts'
import { backOff, settleDeliveries, type Outcome } from './settle-delivery.ts'
import { askFor } from '#test/office/ask-for.ts'
import { chatsOf, deliver, mailsOf } from '#test/office/deliveries.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const rosa = 'rosa@correo.example'
const body = words('Hola')

async function published(office: TestOffice) {
  const firm = await lawFirm(office)
  const { newsId } = await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })
  return { firm, newsId }
}

const rowOf = async (office: TestOffice, id: string) =>
  (await office.db.read.select().from(outbox).where(eq(outbox.id, id)))[0]

async function claimed(office: TestOffice): Promise<OutboxRow> {
  const [row] = await claimOutbox(office, 1)
  if (!row) throw new Error('nothing is due')
  return row
}

const settle = (office: TestOffice, row: OutboxRow, outcome: Outcome) =>
  settleDeliveries(office, [{ row, outcome }])

describe('claiming', () => {
  test('by two processes at once never gives one row to both, and leaves none behind', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    for (let i = 0; i < 8; i++) await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })
    const other = await secondConnection(office)
    const claims: string[] = []
    for (;;) {
      const rounds = await Promise.all([
        claimOutbox(office, 3),
        claimOutbox(other, 3),
        claimOutbox(office, 3),
      ])
      const ids = rounds.flat().map((row) => row.id)
      if (ids.length === 0) break
      claims.push(...ids)
    }
    expect(claims).toHaveLength(24)
    expect(new Set(claims).size).toBe(24)
  })

  test('holds for a while, can be renewed, and what a killed process held is then taken up by another', async () => {
    const office = await testOffice()
    await published(office)
    const rows = await claimOutbox(office, 10)
    expect(rows.map((row) => row.attempts)).toEqual([1, 1, 1])
    office.later({ minutes: (claimSeconds - 1) / 60 })
    expect(await claimOutbox(office, 10)).toEqual([])
    await renewClaims(office, [rows[0]?.id ?? ''])
    office.later({ minutes: 2 / 60 })
    const again = await claimOutbox(office, 10)
    expect(again.map((row) => [row.id, row.attempts])).toEqual([
      [rows[1]?.id, 2],
      [rows[2]?.id, 2],
    ])
    expect(again.map((row) => row.messageId)).toEqual([rows[1]?.messageId, rows[2]?.messageId])
  })

  test('keeps the order within one conversation: a mail that is behind waits until the one before is settled', async () => {
    const office = await testOffice()
    const { firm, newsId } = await published(office)
    for (const text of ['Dos', 'Tres']) {
      office.later({ minutes: 1 })
      await editNews(office, { by: firm.camila, newsId, body: words(text), tellAgain: true })
    }
    const toRosa = async () => (await claimOutbox(office, 50)).filter((row) => row.recipient === rosa)
    const [first, ...more] = await toRosa()
    expect(more).toEqual([])
    expect(await toRosa()).toEqual([])
    if (!first) throw new Error('nothing')
    await settle(office, first, { kind: 'delayed', reason: '451 later' })
    // Tried and failed: those behind it wait although they are due.
    expect(await toRosa()).toEqual([])
    office.later({ minutes: 1 })
    const [again] = await toRosa()
    expect(again?.id).toBe(first.id)
    if (again) await settle(office, again, { kind: 'accepted', as: '250 ok', subject: 'Hola' })
    const [second] = await toRosa()
    expect(second?.notice).toMatchObject({ edited: true })
    const letter = second && (await letterFor(office, second))
    expect(letter).toMatchObject({
      thread: { subject: 'Hola', inReplyTo: first.messageId, references: [first.messageId] },
    })
  })
})

describe('what becomes of an attempt', () => {
  test('accepted: the row keeps the evidence and is sent no more', async () => {
    const office = await testOffice()
    await published(office)
    const row = await claimed(office)
    await settle(office, row, {
      kind: 'accepted',
      as: '250 2.0.0 queued as 4F',
      subject: 'Hola',
      serverMessageId: '<x@y>',
    })
    expect(await rowOf(office, row.id)).toMatchObject({
      state: 'accepted',
      acceptedAt: office.now,
      acceptedAs: '250 2.0.0 queued as 4F',
      mailSubject: 'Hola',
      serverMessageId: '<x@y>',
      claimedUntil: null,
    })
    // A slower process that held the same row tells of its failure afterwards.
    await settle(office, row, { kind: 'delayed', reason: 'timed out' })
    expect((await rowOf(office, row.id))?.state).toBe('accepted')
  })

  test('accepted, whatever the server says to it: nothing in its words has the mail sent again', async () => {
    const office = await testOffice()
    await published(office)
    const row = await claimed(office)
    const as = `250 \0${'x'.repeat(294)}😀`
    await settle(office, row, { kind: 'accepted', as, subject: 'Hola \ud83d', serverMessageId: '<x\0@y>' })
    expect(await rowOf(office, row.id)).toMatchObject({ state: 'accepted', serverMessageId: '<x@y>' })
  })

  test('delayed: it is tried again later and later, and in the end somebody is told', async () => {
    const office = await testOffice()
    await published(office)
    let row = await claimed(office)
    const first = row.id
    const waits: number[] = []
    for (;;) {
      await settle(office, row, { kind: 'delayed', reason: '451 try later' })
      const now = await rowOf(office, first)
      if (!now || now.state !== 'queued') break
      waits.push((now.dueAt.getTime() - office.now.getTime()) / 1000)
      office.now = now.dueAt
      const next = (await claimOutbox(office, 50)).find((one) => one.id === first)
      if (!next) throw new Error('it is not tried again')
      row = next
    }
    expect(waits.slice(0, 5)).toEqual([2, 4, 8, 16, 32])
    expect(Math.max(...waits)).toBe(3 * 3600)
    expect(waits).toHaveLength(23)
    expect(await rowOf(office, first)).toMatchObject({ state: 'failed', lastError: '451 try later' })
    expect(await chatsOf(office, 'deliveryFailed')).toHaveLength(1)
    expect(await office.db.read.select().from(deadAddresses)).toEqual([])
    expect(backOff(1)).toBe(2000)
  })

  test('delayed for as long as the other side says', async () => {
    const office = await testOffice()
    await published(office)
    const row = await claimed(office)
    await settle(office, row, { kind: 'delayed', reason: 'rate limited', retryAfter: 30_000 })
    expect((await rowOf(office, row.id))?.dueAt.getTime()).toBe(office.now.getTime() + 30_000)
  })

  test('refused for good: the address is dead, the member is told once, and nothing more is sent there', async () => {
    const office = await testOffice()
    const { firm } = await published(office)
    const otherId = await firm.addMatter({
      title: 'Otra',
      clients: [firm.rosaId],
      responsible: [firm.camila.memberId],
    })
    // Queued before anybody knew.
    await publishNews(office, { by: firm.camila, matterId: otherId, body })
    const row = (await claimOutbox(office, 50)).find((one) => one.recipient === rosa)
    if (!row) throw new Error('nothing for Rosa')
    await settle(office, row, { kind: 'refused', reason: '550 5.1.1 no such user', dead: true })
    expect((await rowOf(office, row.id))?.state).toBe('failed')
    office.later({ minutes: 5 })
    const { letters, notes, cancelled } = await deliver(office)
    expect(letters.filter((letter) => letter.to.email === rosa)).toEqual([])
    expect(cancelled).toEqual(['address refused mail'])
    expect(notes).toMatchObject([
      { kind: 'deliveryFailed', email: rosa, dead: true, reason: '550 5.1.1 no such user' },
    ])
    expect((await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })).told).toBe(2)
    const [event] = await office.db.read.select().from(events).where(eq(events.kind, 'addressBounced'))
    expect(event).toMatchObject({ matterId: firm.matterId, clientId: firm.rosaId })
  })

  test('refused, but not for good: told, and the address lives', async () => {
    const office = await testOffice()
    await published(office)
    await settle(office, await claimed(office), { kind: 'refused', reason: '554 spam', dead: false })
    expect(await office.db.read.select().from(deadAddresses)).toEqual([])
    expect(await chatsOf(office, 'deliveryFailed')).toHaveLength(1)
  })

  test('held: no attempt is counted, and it comes again', async () => {
    const office = await testOffice()
    await published(office)
    const row = await claimed(office)
    await settle(office, row, { kind: 'held', until: new Date(office.now.getTime() + 60_000) })
    expect(await rowOf(office, row.id)).toMatchObject({ state: 'queued', attempts: 0 })
  })

  test('accepted although it was deleted while it was on its way: the record says what happened', async () => {
    const office = await testOffice()
    const { firm, newsId } = await published(office)
    const row = await claimed(office)
    await deleteNews(office, { by: firm.camila, newsId })
    await settle(office, row, { kind: 'accepted', as: '250 ok', subject: 'Hola' })
    expect(await rowOf(office, row.id)).toMatchObject({ state: 'accepted', acceptedAs: '250 ok' })
    // One that had not left stays cancelled, whatever its attempt ended in.
    const rest = await mailsOf(office)
    expect(rest.filter((one) => one.state === 'cancelled')).toHaveLength(2)
    const late = rest.find((one) => one.state === 'cancelled')
    if (late) await settle(office, late, { kind: 'delayed', reason: 'timed out' })
    expect((await rowOf(office, late?.id ?? ''))?.state).toBe('cancelled')
  })

  test('a chat message that was posted is known by where it stands, so that it is edited and not posted again', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const requestId = await askFor(office, firm, 'Cédula')
    await deliver(office)
    const to = [await replyAddressOf(office, rosa, requestId)]
    await mailComesIn(office, { from: rosa, to, attachments: [{ name: 'cedula.pdf' }] })
    const [row] = (await claimOutbox(office, 10)).filter((one) => one.channel === 'slack')
    if (!row) throw new Error('no chat row')
    const stands = { conversation: 'D1', messageId: '171.01' }
    await settle(office, row, { kind: 'accepted', as: '171.01', stands })
    expect(await chatNoteFor(office, row)).toMatchObject({ stands, retry: false })
    expect(await chatNoteFor(office, { ...row, attempts: 2 })).toMatchObject({ retry: true })
  })
})

describe('a letter is written from what is true when it leaves, and not at all when', () => {
  test.each([
    ['the news was deleted', 'deleted'],
    ['the matter was hidden', 'matter hidden'],
    ['the address was removed', 'address removed'],
    ['the client has left', 'client left'],
  ] as const)('%s', async (what, because) => {
    const office = await testOffice()
    const { firm, newsId } = await published(office)
    const row = (await mailsOf(office)).find((mail) => mail.recipient === 'contador@correo.example')
    if (!row) throw new Error('no mail')
    if (because === 'deleted') await deleteNews(office, { by: firm.camila, newsId })
    if (because === 'matter hidden') await hideMatter(office, { by: firm.camila, matterId: firm.matterId })
    if (because === 'address removed')
      await editClient(office, { by: firm.camila, clientId: firm.rosaId, additional: [] })
    if (because === 'client left') {
      await office.db.transaction((tx) =>
        tx.update(clients).set({ leftAt: office.now }).where(eq(clients.id, firm.rosaId)),
      )
    }
    expect(await letterFor(office, row)).toEqual({ kind: 'cancelled', because })
    expect(what).toBeTruthy()
  })

  test('the access was removed, or moved to another address', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const add = (email: string) =>
      addAccess(office, { by: firm.system, clientId: firm.rosaId, kind: 'link', email })
    const removed = await add('uno@correo.example')
    const moved = await add('dos@correo.example')
    for (const { accessId } of [removed, moved]) await invite(office, { by: firm.camila, accessId })
    const rows = await mailsOf(office, 'accessInvite')
    await removeAccess(office, { by: firm.camila, accessId: removed.accessId })
    await editAccess(office, { by: firm.camila, accessId: moved.accessId, email: 'tres@correo.example' })
    for (const row of rows)
      expect(await letterFor(office, row)).toEqual({ kind: 'cancelled', because: 'access removed' })
    expect((await deliver(office)).letters).toEqual([])
    expect((await office.db.read.select().from(accesses)).filter((access) => access.removedAt)).toHaveLength(
      1,
    )
  })
})

test('a sensitive matter, or a client who is safe at one address only, makes the letter discreet', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const matterId = await firm.addMatter({
    title: 'D',
    alias: 'Lirio',
    clients: [firm.rosaId],
    sensitive: true,
  })
  await publishNews(office, { by: firm.camila, matterId, body })
  const { letters } = await deliver(office)
  expect(letters.map((letter) => [letter.discreet, letter.reference])).toEqual(Array(3).fill([true, 'Lirio']))
  await office.db.transaction((tx) => tx.update(clients).set({ safeContact: { from: '10', until: '12' } }))
  expect((await publishNews(office, { by: firm.camila, matterId: firm.matterId, body })).told).toBe(1)
  expect((await deliver(office)).letters).toMatchObject([{ discreet: true, to: { email: rosa } }])
})

test("everybody reads their own language: the client's, else the firm's", async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const joaoId = await firm.addClient('João Lima', 'joao@correio.example', {
    locale: 'pt-BR',
    timeZone: 'America/Manaus',
  })
  const matterId = await firm.addMatter({ title: 'Partilha', clients: [firm.rosaId, joaoId] })
  await publishNews(office, { by: firm.camila, matterId, body })
  const { letters } = await deliver(office)
  const of = (email: string) => letters.find((letter) => letter.to.email === email)
  expect(of('joao@correio.example')).toMatchObject({ locale: 'pt-BR', timeZone: 'America/Manaus' })
  expect(of(rosa)).toMatchObject({ locale: 'es-CL', timeZone: 'America/Santiago' })
  const rows = await office.db.read
    .select()
    .from(outbox)
    .where(and(eq(outbox.channel, 'mail'), inArray(outbox.locale, ['pt-BR'])))
  expect(rows).toHaveLength(1)
})
