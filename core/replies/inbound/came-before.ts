import { and, eq, isNull, ne, notInArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { given, statement } from '#db/statement.ts'
import { announce } from '../../announce.ts'
import type { Office } from '../../office.ts'
import type { Match } from './find-match.ts'
import { tellOfDecision } from '../quarantine/quarantine.ts'
import type { Inbound, ReceiveReply } from '../receive-reply.ts'

/**
 * Whether this mail, about the same thing, was here before: Message-ID and content must both agree, since some senders
 * reuse an id and the same mail comes by two roads. A copy that proved nothing cannot stand in the way of the true one:
 * that takes its place, and what waited is closed.
 */
export async function cameBefore(
  office: Office,
  tx: Tx,
  { mail }: ReceiveReply,
  copies: Inbound[],
  match: Match | null,
): Promise<boolean> {
  const before = copies.filter((row) => isAboutSame(row, match))
  if (before.length === 0) return false
  if (mail.authentication.verdict !== 'pass' || before.some((row) => hadEffect(row) || wasProven(row)))
    return true
  for (const row of before) await supersede(office, tx, row)
  return false
}

/** Mails of the same Message-ID and content that have their state. */
export function copiesOf(tx: Tx, { inboundId, mail }: ReceiveReply): Promise<Inbound[]> {
  const { messageId, contentHash } = mail
  return copies(tx, { inboundId, messageId, contentHash }, messageId === null ? 'nameless' : 'named')
}

const copies = statement((tx, shape: 'named' | 'nameless') => {
  const { messageId } = inboundMessages
  return tx
    .select()
    .from(inboundMessages)
    .where(
      and(
        eq(inboundMessages.contentHash, given('contentHash')),
        shape === 'nameless' ? isNull(messageId) : eq(messageId, given('messageId')),
        ne(inboundMessages.id, given('inboundId')),
        notInArray(inboundMessages.state, ['stored', 'duplicate']),
      ),
    )
})

// One mail to two reply addresses is delivered twice, and each delivery is about something else.
function isAboutSame(row: Inbound, match: Match | null): boolean {
  // One that a member placed was matched to nothing all the same.
  if (!match) return row.matchedBy === null
  const requestId = match.matterId ? (match.requestIds[0] ?? null) : null
  return row.matterId === match.matterId && row.requestId === requestId && row.newsId === match.newsId
}

function hadEffect({ state }: Inbound): boolean {
  return state === 'answered' || state === 'filed' || state === 'bounce'
}

function wasProven({ proof }: Inbound): boolean {
  return proof?.startsWith('pass ') ?? false
}

async function supersede(office: Office, tx: Tx, row: Inbound): Promise<void> {
  const waits = row.state === 'quarantined' || row.state === 'unmatched'
  const closed = { state: 'duplicate' as const, stateAt: office.clock() }
  await tx
    .update(inboundMessages)
    .set(waits ? { ...closed, decision: 'accepted', decidedAt: office.clock() } : closed)
    .where(eq(inboundMessages.id, row.id))
  if (!waits || row.firmId === null) return
  await announce(office, tx, {
    kind: 'quarantineDecided',
    by: { kind: 'system', firmId: row.firmId },
    matterId: row.matterId,
    clientId: row.clientId,
    subjectId: row.id,
    facts: { decision: 'superseded' },
    tell: await tellOfDecision(office, tx, row),
  })
}
