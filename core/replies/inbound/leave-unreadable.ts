import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { firms } from '#db/schema/firms.ts'
import { inboundMessages, replyAddresses } from '#db/schema/replies.ts'
import type { Office } from '../../office.ts'
import { quarantine } from '../quarantine/quarantine.ts'
import { tellWaiting } from '../quarantine/tell-waiting.ts'
import type { Inbound } from '../receive-reply.ts'

export type LeaveUnreadable = {
  /** What broke, for the row. */
  reason: string
  /** Why it waits, for the member. */
  because: 'unreadable' | 'too_large'
  /** Ids of reply addresses it came to whose signature is right: whose mail it probably is. */
  replyAddressIds: string[]
}

/**
 * A stored mail whose contents nobody will read waits for a member; the firm it is probably for is told. Of one that is too large so
 * is the client, once a day: there is another way in for what they sent.
 */
export async function leaveUnreadable(
  office: Office,
  tx: Tx,
  inbound: Inbound,
  wish: LeaveUnreadable,
): Promise<void> {
  const { requestId, ...about } = await whose(tx, wish.replyAddressIds)
  const facts = {
    ...about,
    fromAddress: inbound.fromAddress ?? inbound.envelopeFrom,
  }
  await tx
    .update(inboundMessages)
    .set({
      ...facts,
      state: 'unreadable',
      stateAt: office.clock(),
      claimedUntil: null,
      lastError: wish.reason.slice(0, 500),
    })
    .where(eq(inboundMessages.id, inbound.id))
  const mine = { ...inbound, ...facts }
  if (!mine.firmId) return
  await quarantine(office, tx, mine, wish.because)
  if (wish.because !== 'too_large' || !requestId) return
  const day = office.clock().toISOString().slice(0, 10)
  const answered = { kind: 'request' as const, subjectId: requestId }
  await tellWaiting(office, tx, mine, { answered, once: `too-large:${day}` })
}

async function whose(tx: Tx, replyAddressIds: string[]) {
  for (const id of replyAddressIds) {
    const [address] = await tx.select().from(replyAddresses).where(eq(replyAddresses.id, id))
    if (!address) continue
    const { firmId, matterId, clientId, subjectId } = address
    return { firmId, matterId, clientId, requestId: address.subjectKind === 'request' ? subjectId : null }
  }
  const all = await tx.select({ id: firms.id }).from(firms).limit(2)
  return { firmId: all.length === 1 ? (all[0]?.id ?? null) : null, requestId: null }
}
