import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { chatMessages, outbox } from '#db/schema/delivery.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { newId } from '../ids.ts'
import type { WhyNotThere } from '../matters/channels/matter-channel.ts'
import type { Office } from '../office.ts'
import { disregard, takenBack } from './disregard.ts'
import { noteRefused, type OutboxRow } from './note-refused.ts'
import { tellElsewhere } from './tell-elsewhere.ts'

/** What became of one attempt. */
export type Outcome =
  /** The server has it. `as` is its answer; `subject` what a mail left with; `stands` where a chat message is. */
  | {
      kind: 'accepted'
      as: string
      subject?: string
      serverMessageId?: string | null
      stands?: { conversation: string; messageId: string; thread?: string | null }
    }
  /** It will never be taken; `dead`: nothing sent there will. */
  | { kind: 'refused'; reason: string; dead: boolean }
  /** It may be taken later, or its fate is unknown; `retryAfter` in milliseconds where the other side says. */
  | { kind: 'delayed'; reason: string; retryAfter?: number }
  /** It cannot be told in that channel: the matter's members are told directly. */
  | { kind: 'elsewhere'; because: WhyNotThere | 'unlinked' }
  /** It is not to be sent any more. */
  | { kind: 'cancelled'; because: string }
  /** Not to be sent now, and no attempt either: the matter is hidden, or the door closed. */
  | { kind: 'held'; until: Date }

// After so many attempts, about two days, somebody has to look.
const mostAttempts = 24

/** The rows say what became of them, in one transaction; members are told of what will never arrive. */
export async function settleDeliveries(
  office: Office,
  settled: { row: OutboxRow; outcome: Outcome }[],
): Promise<void> {
  if (settled.length === 0) return
  await write(office.db, async (tx) => {
    for (const { row, outcome } of settled) {
      const changed = await tx
        .update(outbox)
        .set({ ...changesFor(office, row, outcome), claimedUntil: null })
        .where(and(eq(outbox.id, row.id), inArray(outbox.state, openTo(outcome))))
        .returning({ id: outbox.id, state: outbox.state, because: outbox.cancelledBecause })
      if (changed.length === 0) continue
      if (changed[0]?.because === takenBack && outcome.kind === 'accepted')
        await askToDisregard(office, tx, row)
      if (outcome.kind === 'accepted' && outcome.stands) await keepStanding(office, tx, row, outcome.stands)
      if (outcome.kind === 'elsewhere') await tellElsewhere(office, tx, row, outcome.because)
      if (changed[0]?.state === 'failed' && row.channel === 'mail') {
        const reason = 'reason' in outcome ? outcome.reason : ''
        await noteRefused(office, tx, row, reason, outcome.kind === 'refused' && outcome.dead)
      }
    }
  })
}

// It was taken back while it was on its way.
async function askToDisregard(office: Office, tx: Tx, row: OutboxRow): Promise<void> {
  if (row.channel !== 'mail') return
  await announce(office, tx, {
    kind: 'disregardSent',
    by: { kind: 'system', firmId: row.firmId },
    matterId: row.matterId,
    clientId: row.clientId,
    subjectId: row.subjectId,
    tell: disregard(row),
  })
}

// What was cancelled while it was on its way has arrived all the same, and the record says so.
function openTo(outcome: Outcome): OutboxRow['state'][] {
  return outcome.kind === 'accepted' ? ['queued', 'cancelled'] : ['queued']
}

function changesFor(office: Office, row: OutboxRow, outcome: Outcome): Partial<typeof outbox.$inferInsert> {
  const now = office.clock()
  switch (outcome.kind) {
    case 'accepted':
      return {
        state: 'accepted',
        acceptedAt: now,
        acceptedAs: outcome.as.slice(0, 300),
        mailSubject: outcome.subject ?? null,
        serverMessageId: outcome.serverMessageId ?? null,
        lastError: null,
      }
    case 'refused':
      return { state: 'failed', lastError: outcome.reason.slice(0, 500) }
    case 'cancelled':
    case 'elsewhere':
      return { state: 'cancelled', cancelledBecause: outcome.because }
    case 'held':
      return { dueAt: outcome.until, attempts: Math.max(0, row.attempts - 1) }
    case 'delayed': {
      const lastError = outcome.reason.slice(0, 500)
      if (row.attempts >= mostAttempts) return { state: 'failed', lastError }
      const wait = outcome.retryAfter ?? backOff(row.attempts)
      return { dueAt: new Date(now.getTime() + wait), lastError }
    }
  }
}

/** Milliseconds before attempt `attempts` + 1: from two seconds, doubling, to three hours. */
export function backOff(attempts: number): number {
  return Math.min(2000 * 2 ** Math.max(0, attempts - 1), 3 * 3_600_000)
}

async function keepStanding(
  office: Office,
  tx: Tx,
  row: OutboxRow,
  { thread = null, ...stands }: NonNullable<Extract<Outcome, { kind: 'accepted' }>['stands']>,
) {
  if (row.channel === 'mail' || row.channel === 'push' || row.subjectId === null) return
  const [tenant = '', user = ''] = row.recipient.split(':')
  await tx
    .insert(chatMessages)
    .values({
      id: newId(office.clock()),
      firmId: row.firmId,
      platform: row.channel,
      tenant,
      recipient: user,
      ...stands,
      noticeKind: row.noticeKind,
      subjectId: row.subjectId,
      memberId: row.memberId,
      threadKey: row.threadKey,
      threadId: thread,
      at: office.clock(),
    })
    .onConflictDoUpdate({
      target: [chatMessages.subjectId, chatMessages.noticeKind, chatMessages.recipient],
      set: { ...stands, at: office.clock() },
    })
}
