import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { events } from '#db/schema/delivery.ts'
import { pendingWork } from '../../matters/pending.ts'
import { publishNews } from '../../news/publish-news.ts'
import { decideQuarantine } from './decide-quarantine.ts'
import { giveUpOn } from '../inbound/give-up-on.ts'
import { storeInbound } from '../inbound/store-inbound.ts'
import { claimInbound } from '../inbound/claim-inbound.ts'
import { askFor, itemsIn } from '#test/office/ask-for.ts'
import { deliver, mailsOf } from '#test/office/deliveries.ts'
import { inboundOf, mailComesIn, replyAddressOf, type Written } from '#test/office/incoming.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { raceOf, refusal } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const rosa = 'rosa@correo.example'
const nuera = 'nuera@correo.example'

async function quarantined(
  office: TestOffice,
  written: Partial<Written> = {},
  items = 'Cédula\nContrato\nPoder',
) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, items)
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, requestId)]
  const send = (more: Partial<Written> = {}) => mailComesIn(office, { from: nuera, to, ...more })
  const { inboundId } = await send({ attachments: [{ name: 'cedula.pdf' }], ...written })
  await deliver(office)
  const statuses = async () => (await itemsIn(office, requestId)).map((item) => item.status)
  return { firm, requestId, inboundId, statuses, send }
}

describe('accepting', () => {
  test("lets the mail have its effect as the client's; the stranger gets no receipt, the client does", async () => {
    const office = await testOffice()
    const { firm, inboundId, statuses } = await quarantined(office)
    office.later({ hours: 3 })
    await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted' })
    expect(await statuses()).toEqual(['received', 'pending', 'pending'])
    expect(await inboundOf(office, inboundId)).toMatchObject({
      state: 'answered',
      decision: 'accepted',
      decidedBy: firm.camila.memberId,
      decidedAt: office.now,
    })
    const { letters, notes } = await deliver(office)
    expect(letters).toMatchObject([
      { kind: 'receipt', to: { email: rosa }, arrived: [{ files: ['cedula.pdf'] }] },
    ])
    expect(notes.find((note) => note.kind === 'mailQuarantined')).toMatchObject({
      decision: 'accepted',
      decidedBy: 'Camila Soto',
    })
    expect(notes.find((note) => note.kind === 'mailQuarantined')?.stands).not.toBeNull()
    expect(notes.find((note) => note.kind === 'answersArrived')).toMatchObject({
      from: nuera,
      client: 'Rosa Fuentes',
    })
    const told = await publishNews(office, { by: firm.camila, matterId: firm.matterId, body: words('Hola') })
    expect(told.told).toBe(3)
    expect(
      (await office.db.read.select().from(events).where(eq(events.subjectId, inboundId))).map(
        (event) => event.kind,
      ),
    ).toContain('quarantineDecided')
  })

  test("and adding the address: it is the client's from now on, gets every notice and the receipt", async () => {
    const office = await testOffice()
    const { firm, inboundId, send } = await quarantined(office)
    await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted_and_added' })
    expect((await office.db.read.select().from(additionalEmails)).map((row) => row.email)).toContain(nuera)
    expect((await deliver(office)).letters).toMatchObject([{ kind: 'receipt', to: { email: nuera } }])
    expect((await send({ text: 'b', attachments: [{ name: 'contrato.pdf' }] })).state).toBe('answered')
    const told = await publishNews(office, { by: firm.camila, matterId: firm.matterId, body: words('Hola') })
    expect(told.told).toBe(4)
  })

  test("and adding the client's own main address, which only lacked proof, adds nothing", async () => {
    const office = await testOffice()
    const { firm, inboundId } = await quarantined(office, { from: rosa, proof: 'none' })
    await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted_and_added' })
    const [client] = await office.db.read.select().from(clients)
    expect(client?.email).toBe(rosa)
    expect((await office.db.read.select().from(additionalEmails)).map((row) => row.email)).not.toContain(rosa)
  })

  test('several mails in a row receipts each of them', async () => {
    const office = await testOffice()
    const { firm, inboundId, send } = await quarantined(office, { from: rosa, proof: 'none' })
    const second = await send({
      from: rosa,
      proof: 'none',
      text: 'b',
      attachments: [{ name: 'contrato.pdf' }],
    })
    office.later({ hours: 1 })
    await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted' })
    expect((await deliver(office)).letters).toMatchObject([
      { kind: 'receipt', arrived: [{ files: ['cedula.pdf'] }] },
    ])
    office.later({ minutes: 1 })
    await decideQuarantine(office, { by: firm.camila, inboundId: second.inboundId, decision: 'accepted' })
    office.later({ minutes: 10 })
    expect((await deliver(office)).letters).toMatchObject([
      { kind: 'receipt', arrived: [{ files: ['contrato.pdf'] }] },
    ])
  })

  test('an automatic mail counts its file, and receipts nobody', async () => {
    const office = await testOffice()
    const { firm, inboundId, statuses } = await quarantined(office, { from: rosa, kind: 'automatic' })
    await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted' })
    expect(await statuses()).toEqual(['received', 'pending', 'pending'])
    expect((await deliver(office)).letters).toEqual([])
  })

  test('the wish to be reminded no more stops reminders, and answers no question', async () => {
    const office = await testOffice()
    const wish = { from: rosa, proof: 'none' as const, text: 'No recordar', attachments: [] }
    const { firm, inboundId, statuses } = await quarantined(office, wish, '¿Desde cuándo?')
    await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted' })
    expect(await statuses()).toEqual(['pending'])
    const [client] = await office.db.read.select().from(clients).where(eq(clients.id, firm.rosaId))
    expect(client?.remindersStoppedAt).not.toBeNull()
  })

  test('is not possible for a mail that was never matched, which can be discarded', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { inboundId } = await mailComesIn(office, { from: nuera, forged: true })
    expect(await refusal(decideQuarantine(office, { by: firm.ana, inboundId, decision: 'accepted' }))).toBe(
      'not_found',
    )
    await decideQuarantine(office, { by: firm.ana, inboundId, decision: 'discarded' })
    expect((await inboundOf(office, inboundId)).state).toBe('discarded')
  })
})

test('discarding changes nothing for anybody, and is kept with who and when', async () => {
  const office = await testOffice()
  const { firm, inboundId, statuses } = await quarantined(office)
  await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'discarded' })
  expect(await statuses()).toEqual(['pending', 'pending', 'pending'])
  expect(await inboundOf(office, inboundId)).toMatchObject({
    state: 'discarded',
    decidedBy: firm.camila.memberId,
  })
  const { letters, notes } = await deliver(office)
  expect(letters).toEqual([])
  expect(notes).toMatchObject([{ kind: 'mailQuarantined', decision: 'discarded', decidedBy: 'Camila Soto' }])
  expect((await pendingWork(office, { by: firm.camila })).quarantined).toEqual([])
})

test('of two members who decide at once one wins, and the other learns who', async () => {
  const office = await testOffice()
  const { firm, inboundId, statuses } = await quarantined(office)
  const other = await secondConnection(office)
  const { first: isAccepted, lost } = await raceOf(
    decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted' }),
    decideQuarantine(other, { by: firm.ana, inboundId, decision: 'discarded' }),
  )
  expect(lost).toEqual({
    code: 'already_decided',
    facts: isAccepted
      ? { by: 'Camila Soto', verdict: 'accepted' }
      : { by: 'Ana Rojas', verdict: 'discarded' },
  })
  expect(await statuses()).toEqual([isAccepted ? 'received' : 'pending', 'pending', 'pending'])
  expect((await mailsOf(office, 'receipt')).length).toBe(isAccepted ? 1 : 0)
})

test('a member who may not see the matter learns nothing of its mail, decided or not', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
  const responsible = [pablo.memberId]
  const matterId = await firm.addMatter({
    title: 'S',
    clients: [firm.rosaId],
    visibility: 'private',
    responsible,
  })
  const requestId = await askFor(office, firm, 'Cédula', { by: pablo, matterId })
  const to = [await replyAddressOf(office, rosa, requestId)]
  const { inboundId } = await mailComesIn(office, { from: nuera, to })
  const tries = () => decideQuarantine(office, { by: firm.camila, inboundId, decision: 'discarded' })
  expect(await refusal(tries())).toBe('not_found')
  await decideQuarantine(office, { by: pablo, inboundId, decision: 'discarded' })
  expect(await refusal(tries())).toBe('not_found')
})

test('a mail that breaks the parser waits for a member after a few tries, with its raw form kept', async () => {
  const office = await testOffice()
  const { firm, requestId } = await quarantined(office)
  const envelope = { from: rosa, to: ['casos@estudio.example'], remoteAddress: null }
  const raw = Readable.from([Buffer.from('not a mail')])
  const { inboundId } = await storeInbound(office, { source: 'smtp', envelope, raw })
  const replyAddressIds = [await replyAddressOf(office, rosa, requestId)]
  for (const last of [false, false, true]) {
    office.later({ hours: 1 })
    expect((await claimInbound(office, 10)).map((mail) => mail.id)).toEqual([inboundId])
    const gone = await giveUpOn(office, { inboundId, reason: 'timed out', forGood: false, replyAddressIds })
    expect(gone).toBe(last)
  }
  office.later({ hours: 1 })
  expect(await claimInbound(office, 10)).toEqual([])
  expect(await inboundOf(office, inboundId)).toMatchObject({ state: 'unreadable', matterId: firm.matterId })
  const { notes } = await deliver(office)
  expect(notes).toMatchObject([
    { kind: 'mailQuarantined', reason: 'unreadable', acceptable: false, from: rosa },
  ])
  expect(await refusal(decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted' }))).toBe(
    'not_found',
  )
  await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'discarded' })
})
