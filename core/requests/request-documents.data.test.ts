import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { outbox } from '#db/schema/delivery.ts'
import { matterForClient } from '../matters/matter-for-client.ts'
import { mattersForClient } from '../matters/matters-for-client.ts'
import { findMatters } from '../matters/find-matters.ts'
import { pendingWork } from '../matters/pending.ts'
import { communicationOf } from '../matters/communication.ts'
import { addAccess } from '../access/add-access.ts'
import { invite } from '../access/invite.ts'
import { enterByLink } from '../access/enter-by-link.ts'
import { clientSession } from '../access/client-session.ts'
import { publishNews } from '../news/publish-news.ts'
import { requestDocuments } from './request-documents.ts'
import { parseItems } from './parse-items.ts'
import { handIn } from '../replies/hand-in.ts'
import { reviewAnswer } from './review-answer.ts'
import { letterFor } from '../delivery/letter-for.ts'
import { chatNoteFor } from '../delivery/chat-note-for.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
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
  const { sessionToken } = await enterByLink(office, { token: url.split('/').at(-1) ?? '' })
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
