import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { requests } from '#db/schema/communication.ts'
import { outbox } from '#db/schema/delivery.ts'
import { matterForClient } from '../matters/matter-for-client.ts'
import { mattersForClient } from '../matters/matters-for-client.ts'
import { findMatters } from '../matters/find-matters.ts'
import { pendingWork } from '../matters/pending.ts'
import { communicationOf } from '../matters/communication.ts'
import { addAccess } from '../access/granting/add-access.ts'
import { invite } from '../access/granting/invite.ts'
import { enterByLink } from '../access/links/enter-by-link.ts'
import { clientSession } from '../access/session/client-session.ts'
import { publishNews } from '../news/publish-news.ts'
import { requestDocuments } from './request-documents.ts'
import { parseItems } from './parse-items.ts'
import { handIn } from '../replies/handing-in/hand-in.ts'
import { reviewAnswer } from './review-answer.ts'
import { letterFor } from '../delivery/letter-for.ts'
import { chatNoteFor } from '../delivery/chat-note-for.ts'
import { hideMatter } from '../matters/hide-matter.ts'
import { showMatter } from '../matters/show-matter.ts'
import { closeMatter } from '../matters/close-matter.ts'
import { saveDraft } from '../news/draft.ts'
import { remindDue } from '../reminders/remind-due.ts'
import { checkRequest } from './check-request.ts'
import { askFor, itemsIn } from '#test/office/ask-for.ts'
import { deliver, mailsOf } from '#test/office/deliveries.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { refusal, refusalOf } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice } from '#test/office/test-office.ts'

async function* bytes(text: string) {
  yield Buffer.from(text)
}

test('a lawyer asks, the client hands in by the portal, the lawyer rejects', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  expect((await findMatters(office, { by: firm.camila, words: 'fuen arom' })).map((m) => m.id)).toEqual([
    firm.matterId,
  ])
  expect((await findMatters(office, { by: firm.camila, words: '1234-2025' })).map((m) => m.id)).toEqual([
    firm.matterId,
  ])
  const asked = await requestDocuments(office, {
    by: firm.camila,
    matterId: firm.matterId,
    title: 'Antecedentes',
    details: '',
    items: parseItems('Cédula de identidad\nContrato\n¿Fecha de ingreso?'),
    dueOn: '2026-03-20',
  })
  expect(asked.told).toBe(3)
  await publishNews(office, {
    by: firm.camila,
    matterId: firm.matterId,
    body: words('Se presentó la demanda.'),
  })
  const rows = await office.db.read.select().from(outbox)
  expect(rows).toHaveLength(6)
  expect(new Set(rows.map((row) => row.replyAddressId)).size).toBe(6)
  for (const row of rows) expect((await letterFor(office, row)).kind).toMatch(/Published|Requested/)

  const { accessId } = await addAccess(office, {
    by: firm.system,
    clientId: firm.rosaId,
    kind: 'link',
    email: 'Rosa@correo.example',
  })
  const { url } = await invite(office, { by: firm.system, accessId })
  const { sessionToken } = await enterByLink(office, {
    token: url.split('/').at(-1) ?? '',
    from: '192.0.2.1',
  })
  const session = await clientSession(office, sessionToken)
  if (!session) throw new Error('no session')
  const list = await mattersForClient(office, session)
  expect(list).toMatchObject([{ id: firm.matterId, waiting: 3, nextDueOn: '2026-03-20' }])
  const seen = await matterForClient(office, session, firm.matterId)
  expect(seen.history).toHaveLength(1)
  const item = seen.requests[0]?.items[0]
  if (!item) throw new Error('no item')
  const { counts } = await handIn(office, {
    by: { session },
    itemId: item.id,
    files: [{ name: '../../cedula.pdf', type: 'application/pdf', bytes: bytes('%PDF-1.4 hola') }],
  })
  expect(counts).toEqual({ total: 3, received: 1, settled: 0 })
  const pending = await pendingWork(office, { by: firm.camila })
  expect(pending.toReview).toMatchObject([{ items: 1 }])
  expect(pending.waiting).toMatchObject([{ missing: 2, total: 3 }])
  const told = await office.db.read.select().from(outbox).where(eq(outbox.channel, 'slack'))
  expect(told).toHaveLength(1)
  const note = told[0] && (await chatNoteFor(office, told[0]))
  if (note?.kind !== 'answersArrived') throw new Error('no note')
  expect(note.items).toMatchObject([{ title: 'Cédula de identidad', status: 'received' }])
  await reviewAnswer(office, {
    by: firm.camila,
    answerId: note.items[0]?.answerId ?? '',
    verdict: 'rejected',
    reason: { code: 'illegible', note: null },
  })
  const communication = await communicationOf(office, { by: firm.camila, matterId: firm.matterId })
  expect(communication.requests[0]?.items[0]).toMatchObject({ status: 'rejected' })
  expect(communication.requests[0]?.deliveries.queued).toBe(3)
  expect(communication.history.map((event) => event.kind)).toContain('answerRejected')
})

test('the request goes to the same people as news, with its checklist, and each may answer at an address of their own', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, '- Cédula de identidad\n2) Contrato\n\n¿Fecha de ingreso?', {
    details: ' Con urgencia. ',
  })
  expect(await itemsIn(office, requestId)).toMatchObject([
    { title: 'Cédula de identidad', kind: 'file', position: 1, status: 'pending' },
    { title: 'Contrato', kind: 'file', position: 2 },
    { title: '¿Fecha de ingreso?', kind: 'text', position: 3 },
  ])
  const mails = await mailsOf(office, 'documentsRequested')
  expect(new Set(mails.map((mail) => mail.replyAddressId)).size).toBe(3)
  const { letters } = await deliver(office)
  expect(letters[0]).toMatchObject({
    kind: 'documentsRequested',
    request: {
      title: 'Antecedentes',
      details: 'Con urgencia.',
      dueOn: '2026-03-20',
      counts: { total: 3, received: 0 },
    },
    uploadUrl: expect.stringContaining('/upload/'),
  })
})

describe('a due date', () => {
  test('may be today where the firm is, and is judged there, not where the server stands', async () => {
    // 02:30 on the 4th in UTC is still the 3rd in Santiago.
    const office = await testOffice({}, '2026-03-04T02:30:00Z')
    const firm = await lawFirm(office)
    await askFor(office, firm, 'Cédula', { dueOn: '2026-03-03' })
    expect(await refusalOf(askFor(office, firm, 'Cédula', { dueOn: '2026-03-02' }))).toEqual({
      code: 'due_in_the_past',
      facts: { today: '2026-03-03' },
    })
  })

  test('must be a day of the calendar, or none', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    for (const dueOn of ['2026-02-30', '30-03-2026', 'mañana', '', '2026-3-30', '2026-13-01']) {
      expect(await refusal(askFor(office, firm, 'Cédula', { dueOn }))).toBe('not_a_day')
    }
    await askFor(office, firm, 'Cédula', { dueOn: null })
  })
})

test('what the form refuses in its first step is what the act refuses, and nothing of it is kept', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const good = { title: 'Antecedentes', details: '', items: parseItems('Cédula'), dueOn: null }
  const bad = [
    [{ ...good, title: ' \u0000 ' }, 'text_missing'],
    [{ ...good, title: 'x'.repeat(301) }, 'text_too_long'],
    [{ ...good, details: 'x'.repeat(3001) }, 'text_too_long'],
    [{ ...good, items: [] }, 'items_missing'],
    [{ ...good, items: [{ title: '  ', kind: 'file' as const }] }, 'text_missing'],
    [{ ...good, items: [{ title: 'x'.repeat(301), kind: 'file' as const }] }, 'text_too_long'],
    [
      { ...good, items: Array.from({ length: 81 }, () => ({ title: 'Foto', kind: 'file' as const })) },
      'too_many_items',
    ],
    [{ ...good, dueOn: '2020-01-01' }, 'due_in_the_past'],
  ] as const
  for (const [content, code] of bad) {
    const wish = { by: firm.camila, matterId: firm.matterId, ...content, items: [...content.items] }
    expect(await refusal(checkRequest(office, wish))).toBe(code)
    expect(await refusal(requestDocuments(office, wish))).toBe(code)
  }
  expect(await office.db.read.select().from(requests)).toEqual([])
  await checkRequest(office, { by: firm.camila, matterId: firm.matterId, ...good })
  expect(await office.db.read.select().from(requests)).toEqual([])
})

test('a NUL that was pasted into an item does not keep it from being asked for', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\u0000 de identidad', { title: 'Antecedentes\u0000' })
  expect(await itemsIn(office, requestId)).toMatchObject([{ title: 'Cédula de identidad' }])
})

test('a draft confirmed twice at once is one request', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const other = await secondConnection(office)
  const content = {
    kind: 'request' as const,
    matterId: firm.matterId,
    title: 'A',
    details: '',
    items: 'Cédula',
    dueOn: null,
  }
  const draftId = await saveDraft(office, { by: firm.camila, content })
  const ids = await Promise.all([
    askFor(office, firm, 'Cédula', { draftId }),
    askFor(other, firm, 'Cédula', { draftId }),
  ])
  expect(ids[0]).toBe(ids[1])
  expect(await office.db.read.select().from(requests)).toHaveLength(1)
  expect(await mailsOf(office)).toHaveLength(3)
})

describe('in a hidden matter', () => {
  test('nothing is asked for until the member says what shall become of it', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    await hideMatter(office, { by: firm.camila, matterId: firm.matterId })
    expect(await refusal(askFor(office, firm, 'Cédula'))).toBe('matter_hidden')
    await askFor(office, firm, 'Cédula', { ifHidden: 'show' })
    expect((await deliver(office)).letters).toHaveLength(3)
  })

  test('a request that is kept can be answered in the portal once the matter is shown, and was never mailed', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    await deliver(office)
    await hideMatter(office, { by: firm.camila, matterId: firm.matterId })
    const requestId = await askFor(office, firm, 'Cédula', { ifHidden: 'keep' })
    const [item] = await itemsIn(office, requestId)
    const hand = () =>
      handIn(office, { by: { session }, itemId: item?.id ?? '', files: [upload('cedula.pdf')] })
    expect(await refusal(hand())).toBe('not_found')
    office.later({ days: 20 })
    expect(await remindDue(office)).toBe(0)
    await showMatter(office, { by: firm.camila, matterId: firm.matterId })
    expect((await deliver(office)).letters).toEqual([])
    expect((await hand()).counts.received).toBe(1)
  })
})

test('a closed matter is asked for nothing more', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await closeMatter(office, { by: firm.camila, matterId: firm.matterId })
  expect(await refusal(askFor(office, firm, 'Cédula'))).toBe('matter_closed')
})
