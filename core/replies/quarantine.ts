import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { announce } from '../announce.ts'
import { firmOf } from '../firms/firm.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { ChatTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import { dayOf } from '../words/format.ts'
import type { QuarantineReason } from './authorise.ts'
import type { Inbound } from './receive-reply.ts'

/** The mail changes nothing and waits for a member's decision; the members it concerns are told, of a stranger once a day. */
export async function quarantine(
  office: Office,
  tx: Tx,
  inbound: Inbound,
  reason: QuarantineReason,
): Promise<'quarantined'> {
  await tx.update(inboundMessages).set({ quarantineReason: reason }).where(eq(inboundMessages.id, inbound.id))
  const day = office.clock().toISOString().slice(0, 10)
  // Nobody can make the firm's chat ring all day by writing to it.
  const once = inbound.matterId || inbound.clientId ? undefined : `stranger:${inbound.fromAddress}:${day}`
  await announce(office, tx, {
    kind: inbound.matterId || inbound.clientId ? 'mailQuarantined' : 'mailUnmatched',
    by: { kind: 'system', firmId: inbound.firmId ?? '' },
    matterId: inbound.matterId,
    clientId: inbound.clientId,
    subjectId: inbound.id,
    facts: { reason },
    tell: await tellOfQuarantine(office, tx, inbound, once),
  })
  return 'quarantined'
}

/** Tells the members of a mail that waits, or brings what they were told up to date. */
export async function tellOfQuarantine(
  office: Office,
  tx: Tx,
  inbound: Inbound,
  once?: string,
): Promise<ChatTelling[]> {
  const firm = await firmOf(tx, inbound.firmId ?? '')
  const told = await membersToTell(tx, firm.id, inbound.matterId, dayOf(office.clock(), firm.timeZone))
  return told.map((to) => ({
    channel: 'chat',
    notice: { kind: 'mailQuarantined', inboundId: inbound.id },
    to,
    matterId: inbound.matterId,
    subjectId: inbound.id,
    once,
  }))
}
