import { and, eq, inArray, sql } from 'drizzle-orm'
import { either } from '#db/columns.ts'
import type { Tx } from '#db/database.ts'
import { chatMessages, outbox } from '#db/schema/delivery.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { cleanText } from '../files/clean-text.ts'
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

type Accepted = Extract<Outcome, { kind: 'accepted' }>
type NotAccepted = Exclude<Outcome, Accepted>
type Settled = { row: OutboxRow; outcome: Outcome }

// After so many attempts, about two days, somebody has to look.
const mostAttempts = 24

/** The rows say what became of them, in one transaction; members are told of what will never arrive. */
export async function settleDeliveries(office: Office, settled: Settled[]): Promise<void> {
  if (settled.length === 0) return
  const accepted = settled.filter(({ outcome }) => outcome.kind === 'accepted')
  await write(office.db, async (tx) => {
    const became = await markAccepted(office, tx, accepted)
    for (const { row, outcome } of settled) {
      const changed = outcome.kind === 'accepted' ? became.get(row.id) : await mark(office, tx, row, outcome)
      if (!changed) continue
      if (changed.because === takenBack && outcome.kind === 'accepted') await askToDisregard(office, tx, row)
      if (outcome.kind === 'accepted' && outcome.stands) await keepStanding(office, tx, row, outcome.stands)
      if (outcome.kind === 'elsewhere') await tellElsewhere(office, tx, row, outcome.because)
      if (changed.state === 'failed' && row.channel === 'mail') {
        const reason = 'reason' in outcome ? outcome.reason : ''
        await noteRefused(office, tx, row, reason, outcome.kind === 'refused' && outcome.dead)
      }
    }
  })
}

type Became = { id: string; state: OutboxRow['state']; because: string | null }

const asBecame = { id: outbox.id, state: outbox.state, because: outbox.cancelledBecause }

async function mark(
  office: Office,
  tx: Tx,
  row: OutboxRow,
  outcome: NotAccepted,
): Promise<Became | undefined> {
  const [changed] = await tx
    .update(outbox)
    .set({ ...changesFor(office, row, outcome), claimedUntil: null })
    .where(and(eq(outbox.id, row.id), eq(outbox.state, 'queued')))
    .returning(asBecame)
  return changed
}

/**
 * All that was accepted, in one statement, whatever the number. What was cancelled while it was on its way has arrived all
 * the same, and the record says so; `because` is then still what it was cancelled for.
 */
async function markAccepted(office: Office, tx: Tx, settled: Settled[]): Promise<Map<string, Became>> {
  if (settled.length === 0) return new Map()
  const facts = settled.map(({ row, outcome }) => {
    const { as, subject = null, serverMessageId = null } = outcome as Accepted
    // One of them that the database does not take would have the mails of all of them sent again.
    const server = serverMessageId && cleanText(serverMessageId)
    return { id: row.id, as: cleanText(as.slice(0, 300)), subject: subject && cleanText(subject), server }
  })
  const told = either(
    sql`json_each(${JSON.stringify(facts)}) as told`,
    sql`json_array_elements(${JSON.stringify(facts)}::json) as told(value)`,
  )
  const fact = (name: string) => sql<string>`told.value->>${sql.raw(`'${name}'`)}`
  const changed = await tx
    .update(outbox)
    .set({
      state: 'accepted',
      acceptedAt: office.clock(),
      acceptedAs: fact('as'),
      mailSubject: fact('subject'),
      serverMessageId: fact('server'),
      lastError: null,
      claimedUntil: null,
    })
    .from(told)
    .where(and(eq(outbox.id, fact('id')), inArray(outbox.state, ['queued', 'cancelled'])))
    .returning(asBecame)
  return new Map(changed.map((one) => [one.id, one]))
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

function changesFor(
  office: Office,
  row: OutboxRow,
  outcome: NotAccepted,
): Partial<typeof outbox.$inferInsert> {
  const now = office.clock()
  switch (outcome.kind) {
    case 'refused':
      return { state: 'failed', lastError: cleanText(outcome.reason.slice(0, 500)) }
    case 'cancelled':
    case 'elsewhere':
      return { state: 'cancelled', cancelledBecause: outcome.because }
    case 'held':
      return { dueAt: outcome.until, attempts: Math.max(0, row.attempts - 1) }
    case 'delayed': {
      const lastError = cleanText(outcome.reason.slice(0, 500))
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
