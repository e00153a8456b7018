import { and, eq, gt, sql } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { outbox } from '#db/schema/delivery.ts'
import { given, statement } from '#db/statement.ts'
import type { ToldClient } from '../clients/recipients.ts'
import type { MailTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import { quietMinutes, type Arrival } from './arrival.ts'

/** For one request and address within a day. */
const mostReceipts = 8

/**
 * The receipt for what has just come: the first of a story leaves at once; what follows is receipted together once it has
 * been quiet for ten minutes. To whoever sent it, if that is one of the client's addresses, else to the client.
 */
export async function receiptFor(
  office: Office,
  tx: Tx,
  story: { arrival: Arrival; first: boolean },
  client: ToldClient,
  inReplyTo: string | null,
): Promise<MailTelling[]> {
  return receiptAfter(
    office,
    tx,
    story,
    client,
    inReplyTo,
    await receiptsOf(office, tx, story.arrival.requestId),
  )
}

/** The same where it is known what was receipted within a day. */
export async function receiptAfter(
  office: Office,
  tx: Tx,
  story: { arrival: Arrival; first: boolean },
  client: ToldClient,
  inReplyTo: string | null,
  receipted: Receipted,
): Promise<MailTelling[]> {
  const { arrival, first } = story
  const known = arrival.fromAddress !== null && client.emails.includes(arrival.fromAddress)
  const answered = known ? inReplyTo : null
  const email = known ? arrival.fromAddress : client.emails[0]
  if (!email) return []
  const now = office.clock()
  const telling = (after: string | null, until: string | null, once: string, at: Date): MailTelling => ({
    channel: 'mail',
    notice: { kind: 'receipt', arrivalId: arrival.id, after, until },
    to: { email, clientId: client.clientId, locale: client.locale },
    matterId: arrival.matterId,
    subjectId: arrival.requestId,
    replyTo: { kind: 'request', subjectId: arrival.requestId },
    thread: arrival.requestId,
    inReplyTo: answered,
    at,
    once,
  })
  // A program that answers each receipt with another attachment is not to be answered for ever.
  if (first && (receipted.get(email) ?? 0) >= mostReceipts) return []
  if (first) return [telling(null, now.toISOString(), `receipt:${arrival.id}`, now)]
  const once = `receipt-late:${arrival.id}`
  const quiet = new Date(now.getTime() + quietMinutes * 60_000)
  await tx
    .update(outbox)
    .set({ dueAt: quiet, inReplyTo: answered })
    .where(and(eq(outbox.dedupeKey, `${once}:receipt:mail:${email}`), eq(outbox.state, 'queued')))
  return [telling(arrival.startedAt.toISOString(), null, once, quiet)]
}

/** How many receipts went to each address. */
export type Receipted = Map<string, number>

/** The receipts for one request within a day. */
export async function receiptsOf(office: Office, tx: Query, requestId: string): Promise<Receipted> {
  const since = new Date(office.clock().getTime() - 24 * 3_600_000)
  const rows = await receipts(tx, { requestId, since })
  return new Map(rows.map((row) => [row.recipient, Number(row.number)]))
}

const receipts = statement((tx) =>
  tx
    .select({ recipient: outbox.recipient, number: sql<number>`count(*)`.as('number') })
    .from(outbox)
    .where(
      and(
        eq(outbox.subjectId, given('requestId')),
        eq(outbox.noticeKind, 'receipt'),
        gt(outbox.createdAt, given('since', outbox.createdAt)),
      ),
    )
    .groupBy(outbox.recipient),
)
