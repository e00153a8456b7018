import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { events } from '#db/schema/delivery.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { announce } from '../../announce.ts'
import { toldAgain } from '../../delivery/told-again.ts'
import { chatsTo } from '../../members/chats-to.ts'
import { membersToTell, reachable } from '../../members/members-to-tell.ts'
import type { ChatTelling } from '../../notices.ts'
import type { Office } from '../../office.ts'
import { mayDecide, memberWriting } from '../inbound/member-writing.ts'
import type { QuarantineReason } from '../inbound/authorise.ts'
import type { Inbound } from '../receive-reply.ts'
import { suggestedMatter } from './places-of-client.ts'
import { isPlaceable } from './unmatched.ts'

/** So many messages about mails that wait, for strangers a day and for one matter an hour; then chat stays quiet. */
const mostRings = 10

/** The mail changes nothing and waits for a member's decision; the members it concerns are told, of a stranger once a day. */
export async function quarantine(
  office: Office,
  tx: Tx,
  inbound: Inbound,
  reason: QuarantineReason,
): Promise<'quarantined'> {
  await tx.update(inboundMessages).set({ quarantineReason: reason }).where(eq(inboundMessages.id, inbound.id))
  const day = office.clock().toISOString().slice(0, 10)
  const matched = inbound.matterId !== null || inbound.clientId !== null
  const isStrangers = !matched && !isPlaceable({ ...inbound, quarantineReason: reason })
  const once = isStrangers ? `stranger:${inbound.fromAddress}:${day}` : undefined
  const kind = isStrangers ? 'mailUnmatched' : 'mailQuarantined'
  const quiet = await rangEnough(office, tx, inbound, kind)
  await announce(office, tx, {
    kind,
    by: { kind: 'system', firmId: inbound.firmId ?? '' },
    matterId: inbound.matterId,
    clientId: inbound.clientId,
    subjectId: inbound.id,
    facts: { reason },
    tell: quiet ? [] : await tellOfQuarantine(office, tx, { ...inbound, quarantineReason: reason }, once),
  })
  return 'quarantined'
}

// Nobody can make the firm's chat ring all day by writing to it: what is over stands in the list of what is pending.
async function rangEnough(
  office: Office,
  tx: Tx,
  inbound: Inbound,
  kind: 'mailQuarantined' | 'mailUnmatched',
): Promise<boolean> {
  const hours = kind === 'mailUnmatched' ? 24 : 1
  const since = new Date(office.clock().getTime() - hours * 3_600_000)
  const [rung] = await tx
    .select({ number: sql<number>`count(*)`.as('number') })
    .from(events)
    .innerJoin(inboundMessages, eq(inboundMessages.id, events.subjectId))
    .where(
      and(
        eq(events.firmId, inbound.firmId ?? ''),
        eq(events.kind, kind),
        gt(events.at, since),
        kind === 'mailUnmatched' ? undefined : alike(inbound),
      ),
    )
  return Number(rung?.number ?? 0) >= mostRings
}

// One who writes again and again does not keep others from being heard.
function alike({ matterId, clientId, fromAddress }: Inbound) {
  if (matterId !== null) return eq(events.matterId, matterId)
  const ofNoMatter = isNull(events.matterId)
  if (clientId !== null) return and(ofNoMatter, eq(events.clientId, clientId))
  return and(ofNoMatter, eq(inboundMessages.fromAddress, fromAddress ?? ''))
}

/**
 * Tells the members of a mail that waits, or brings what they were told up to date: those of its matter or, where it was matched
 * to none, of the one whose request is suggested; the admins where there is neither.
 */
async function tellOfQuarantine(
  office: Office,
  tx: Tx,
  inbound: Inbound,
  once?: string,
): Promise<ChatTelling[]> {
  const firmId = inbound.firmId ?? ''
  // Whoever sent on what a client had sent them is asked themselves.
  const sender =
    inbound.quarantineReason === 'from_member' ? await memberWriting(tx, firmId, inbound.fromAddress) : null
  const matterId = inbound.matterId ?? (await suggestedMatter(tx, inbound))
  const told =
    sender && (await mayDecide(tx, sender, inbound.matterId))
      ? await reachable(tx, firmId, [sender.id])
      : await membersToTell(tx, firmId, matterId, office.clock())
  return chatsTo(told, {
    notice: { kind: 'mailQuarantined', inboundId: inbound.id },
    matterId: inbound.matterId,
    subjectId: inbound.id,
    once,
  })
}

/** Brings what members were told of a mail up to date, now that it is decided; `before` is its row as it waited. */
export async function tellOfDecision(
  office: Office,
  tx: Tx,
  before: Inbound,
  inbound: Inbound = before,
): Promise<ChatTelling[]> {
  // Who was asked about a mail of no matter need not be of the one where it was placed.
  if (before.matterId === null) return toldAgain(tx, before.firmId ?? '', before.id, 'mailQuarantined')
  return tellOfQuarantine(office, tx, inbound)
}
