import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { audiences, requests } from '#db/schema/communication.ts'
import { outbox } from '#db/schema/delivery.ts'
import { firms } from '#db/schema/firms.ts'
import { matters } from '#db/schema/matters.ts'
import { replyAddresses } from '#db/schema/replies.ts'
import { given, statement } from '#db/statement.ts'
import { endOfAddress } from './address-end.ts'
import type { IncomingMail } from './incoming-mail.ts'

export type Match = {
  replyAddressId: string
  firmId: string
  /** The client the address was given to. */
  clientId: string
  /** Null for a bundle of several matters. */
  matterId: string | null
  /** The requests it may answer. */
  requestIds: string[]
  newsId: string | null
  matchedBy: 'reply address' | 'thread' | 'quoted code'
  /** Why the address does not stand for itself any more, or null. */
  ended: 'revoked' | 'expired' | null
}

type Signs = {
  mail: Pick<IncomingMail, 'inReplyTo' | 'references'>
  replyAddressIds: string[]
  quotedIds: string[]
}

/**
 * Which request or matter the mail is about, strongest sign first: one of our reply addresses (`ids` passed their
 * signature), then the newest mail of ours among In-Reply-To and References, then the code in a mail of ours that is
 * quoted (some relays rewrite Message-IDs, some servers strip what stands after a plus). Null when nothing ties it to us.
 */
export async function findMatch(tx: Tx, wish: Signs, now: Date): Promise<Match | null> {
  const { mail } = wish
  let ended: Match | null = null
  for (const id of wish.replyAddressIds) {
    const match = await matchOf(tx, id, 'reply address', now)
    if (match?.ended === null) return match
    ended ??= match
  }
  if (ended) return ended
  for (const messageId of [...mail.inReplyTo, ...[...mail.references].reverse()].slice(0, 50)) {
    const [sent] = await tx
      .select({ replyAddressId: outbox.replyAddressId })
      .from(outbox)
      .where(or(eq(outbox.messageId, messageId), eq(outbox.serverMessageId, messageId)))
    const match = sent?.replyAddressId ? await matchOf(tx, sent.replyAddressId, 'thread', now) : null
    if (match) return match
  }
  for (const id of wish.quotedIds.slice(0, 5)) {
    const match = await matchOf(tx, id, 'quoted code', now)
    if (match) return match
  }
  return null
}

async function matchOf(
  tx: Tx,
  replyAddressId: string,
  matchedBy: Match['matchedBy'],
  now: Date,
): Promise<Match | null> {
  const [found] = await addressById(tx, { replyAddressId })
  if (!found) return null
  const { address, request, matter } = found
  const { firmId, clientId, matterId, subjectKind, subjectId } = address
  const requestIds =
    subjectKind === 'bundle' ? await bundleOf(tx, clientId) : subjectKind === 'request' ? [subjectId] : []
  const subject = { request, matter, asked: requestIds.length > 0 }
  return {
    replyAddressId,
    firmId,
    clientId,
    matterId,
    requestIds,
    newsId: subjectKind === 'news' ? subjectId : null,
    matchedBy,
    ended: await endOfAddress(tx, address, subject, now),
  }
}

const addressById = statement((tx) =>
  tx
    .select({
      address: {
        id: replyAddresses.id,
        firmId: replyAddresses.firmId,
        clientId: replyAddresses.clientId,
        matterId: replyAddresses.matterId,
        subjectKind: replyAddresses.subjectKind,
        subjectId: replyAddresses.subjectId,
        createdAt: replyAddresses.createdAt,
        revokedAt: replyAddresses.revokedAt,
      },
      request: { status: requests.status, statusAt: requests.statusAt, deletedAt: requests.deletedAt },
      matter: { closedAt: matters.closedAt },
    })
    .from(replyAddresses)
    .leftJoin(requests, eq(requests.id, replyAddresses.subjectId))
    .leftJoin(matters, eq(matters.id, replyAddresses.matterId))
    .where(eq(replyAddresses.id, given('replyAddressId'))),
)

/** What a reply to a bundle of reminders may answer: every live request to the client, hidden ones too, soonest due first. */
export async function bundleOf(tx: Tx, clientId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: requests.id })
    .from(audiences)
    .innerJoin(requests, eq(requests.id, audiences.subjectId))
    .where(
      and(
        eq(audiences.clientId, clientId),
        inArray(requests.status, ['open', 'partial']),
        isNotNull(requests.announcedAt),
        isNull(requests.deletedAt),
      ),
    )
    .orderBy(sql`${requests.dueOn} is null`, asc(requests.dueOn), asc(requests.createdAt))
  return rows.map((row) => row.id)
}

/** The firm whose mail it answers, though that mail was about nothing that can be answered, as an invitation is; or null. */
export async function firmAnswered(tx: Tx, mail: Signs['mail']): Promise<string | null> {
  const ids = [...mail.inReplyTo, ...[...mail.references].reverse()].slice(0, 50)
  if (ids.length === 0) return null
  const [sent] = await tx
    .select({ firmId: outbox.firmId })
    .from(outbox)
    .where(or(inArray(outbox.messageId, ids), inArray(outbox.serverMessageId, ids)))
    .limit(1)
  return sent?.firmId ?? null
}

/**
 * The firm in whose list an unmatched mail belongs: the one that knows its sender, be it as a client or, in `membersIn`, as a
 * member of its own, or the only one there is. Where a member of one is a client of another nobody knows to which they write.
 */
export async function firmOfStranger(
  tx: Tx,
  from: string | null,
  membersIn: string[],
): Promise<string | null> {
  const clientsIn = from === null ? [] : await firmsKnowing(tx, from)
  const known = [...new Set([...clientsIn, ...membersIn])]
  if (known.length === 1) return known[0] ?? null
  const all = await tx.select({ id: firms.id }).from(firms).orderBy(desc(firms.createdAt)).limit(2)
  return all.length === 1 ? (all[0]?.id ?? null) : null
}

async function firmsKnowing(tx: Tx, email: string): Promise<string[]> {
  const main = await tx
    .selectDistinct({ firmId: clients.firmId })
    .from(clients)
    .where(eq(clients.email, email))
  const further = await tx
    .selectDistinct({ firmId: additionalEmails.firmId })
    .from(additionalEmails)
    .where(eq(additionalEmails.email, email))
  return [...new Set([...main, ...further].map((row) => row.firmId))]
}
