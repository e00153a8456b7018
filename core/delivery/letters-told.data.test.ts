import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outbox } from '#db/schema/delivery.ts'
import { reminders } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import type { MailNotice } from '../notices.ts'
import { remindDue } from '../reminders/remind-due.ts'
import { letterFor } from './letter-for.ts'
import type { Letter } from './letter.ts'
import type { OutboxRow } from './note-refused.ts'
import { anyFirm, letterOf } from '#test/oracle/any-firm.ts'
import type { PlainFirm } from '#test/oracle/plain-firm.ts'
import { whatIsTold, type ToldByMail } from '#test/oracle/what-is-told.ts'
import { writeFirm, type WrittenFirm } from '#test/oracle/write-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const firms = process.env.DATABASE_URL?.startsWith('postgres') ? 40 : 150

type Case = { office: TestOffice; firm: PlainFirm; written: WrittenFirm; clientId: string; told: ToldByMail }

test('of any firm, letters and reminders tell each client of what is meant for them alone, and nothing of a hidden matter', async () => {
  const office = await testOffice()
  let number = 0
  await fc.assert(
    fc.asyncProperty(anyFirm, async (firm) => {
      const written = await writeFirm(
        office,
        firm,
        [],
        letterOf(Math.floor(number / 676)) + letterOf(number++ % 676),
      )
      await planAll(office, firm, written)
      await remindDue(office)
      for (const { id: clientId } of firm.clients) {
        const one = { office, firm, written, clientId, told: whatIsTold(firm, clientId) }
        await expectLetters(one)
        await expectReminders(one)
      }
    }),
    { numRuns: firms },
  )
}, 120_000)

async function expectLetters(one: Case): Promise<void> {
  const { office, firm, written, told } = one
  for (const piece of firm.news.filter(wasAnnounced)) {
    const notice = { kind: 'newsPublished', newsId: written.idOf(piece.id), edited: false } as const
    const letter = await letterFor(office, row(one, notice, piece))
    expect([piece.id, isSent(letter)]).toEqual([piece.id, told.news.has(piece.id)])
    if (isSent(letter)) expectNoTrace(one, letter, [piece.id, piece.matter])
  }
  for (const request of firm.requests.filter(wasAnnounced)) {
    const notice = { kind: 'documentsRequested', requestId: written.idOf(request.id), edited: false } as const
    const letter = await letterFor(office, row(one, notice, request))
    expect([request.id, isSent(letter)]).toEqual([request.id, told.requests.has(request.id)])
    if (isSent(letter)) expectNoTrace(one, letter, ofRequests(one, [request.id]))
  }
}

async function expectReminders(one: Case): Promise<void> {
  const { office, firm, written, clientId, told } = one
  const rows = await office.db.read
    .select()
    .from(outbox)
    .where(and(eq(outbox.clientId, written.idOf(clientId)), eq(outbox.noticeKind, 'reminder')))
  const spokenOf = rows.flatMap((sent) => (sent.notice as { requestIds: string[] }).requestIds)
  expect(spokenOf.map(written.plainIdOf).sort()).toEqual([...told.reminders].sort())
  // A reminder that was written before a matter was hidden, and leaves after.
  const requestIds = firm.requests.filter(wasAnnounced).map((request) => written.idOf(request.id))
  const bundle = row(one, { kind: 'reminder', requestIds }, null)
  for (const sent of [...rows, bundle]) {
    const letter = await letterFor(office, sent)
    expect(isSent(letter)).toBe(told.reminders.size > 0)
    if (isSent(letter)) expectNoTrace(one, letter, ofRequests(one, [...told.reminders]))
  }
}

/** Every client of every audience is due to be reminded, whatever became of the matter since. */
async function planAll(office: TestOffice, firm: PlainFirm, { idOf, at }: WrittenFirm): Promise<void> {
  const due = firm.requests
    .filter(wasAnnounced)
    .flatMap(({ id, audience }) => audience.map((clientId) => ({ id, clientId })))
  if (due.length === 0) return
  await write(office.db, (tx) =>
    tx.insert(reminders).values(
      due.map(({ id, clientId }) => ({
        id: idOf(id + clientId),
        firmId: idOf(firm.id),
        requestId: idOf(id),
        clientId: idOf(clientId),
        nextAt: at(999),
        sentCount: 0,
      })),
    ),
  )
}

/** An outbox row as it stood when the thing was announced. */
function row(one: Case, notice: MailNotice, thing: { id: string; matter: string } | null): OutboxRow {
  const { office, firm, written, clientId } = one
  const now = office.clock()
  const nothing = {
    ...{
      memberId: null,
      accessId: null,
      eventId: null,
      replyAddressId: null,
      orderKey: null,
      messageId: null,
    },
    ...{ threadKey: null, serverMessageId: null, inReplyTo: null, mailSubject: null, claimedUntil: null },
    ...{
      lastError: null,
      acceptedAt: null,
      acceptedAs: null,
      bouncedAt: null,
      openedAt: null,
      seenAt: null,
      softBounces: 0,
    },
  }
  return {
    ...nothing,
    id: 'row',
    firmId: written.idOf(firm.id),
    dedupeKey: 'row',
    channel: 'mail',
    notice,
    noticeKind: notice.kind,
    locale: 'es-CL',
    recipient: `${written.idOf(clientId)}@correo.example`,
    clientId: written.idOf(clientId),
    matterId: thing && written.idOf(thing.matter),
    subjectId: thing && written.idOf(thing.id),
    state: 'queued',
    dueAt: now,
    attempts: 1,
    createdAt: now,
    cancelledBecause: null,
  }
}

function ofRequests({ firm, clientId }: Case, ids: string[]): string[] {
  const asked = firm.requests.filter((request) => ids.includes(request.id))
  const items = asked.flatMap((request) => request.items.filter((item) => !item.removed))
  const own = firm.answers.filter((answer) => answer.client === clientId)
  return [...ids, ...asked.map((request) => request.matter), ...[...items, ...own].map((one) => one.id)]
}

function expectNoTrace({ written, clientId }: Case, letter: Letter, allowed: string[]): void {
  const named = written.namedIn(JSON.stringify(letter))
  expect(named.filter((id) => id !== clientId && !allowed.includes(id))).toEqual([])
}

function isSent(letter: Awaited<ReturnType<typeof letterFor>>): letter is Letter {
  return letter.kind !== 'cancelled' && letter.kind !== 'held'
}

// What was kept without telling anybody is in no outbox, and nobody is reminded of it.
function wasAnnounced(thing: { announcedAt: number | null }): boolean {
  return thing.announcedAt !== null
}
