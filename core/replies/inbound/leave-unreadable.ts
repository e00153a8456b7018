import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { firms } from '#db/schema/firms.ts'
import { inboundMessages, replyAddresses } from '#db/schema/replies.ts'
import type { Office } from '../../office.ts'
import { quarantine } from '../quarantine/quarantine.ts'
import type { Inbound } from '../receive-reply.ts'

export type LeaveUnreadable = {
  /** What broke, for the row. */
  reason: string
  /** Why it waits, for the member. */
  because: 'unreadable' | 'too_large'
  /** Ids of reply addresses it came to whose signature is right: whose mail it probably is. */
  replyAddressIds: string[]
}

/** A stored mail whose contents nobody will read waits for a member; the firm it is probably for is told. */
export async function leaveUnreadable(
  office: Office,
  tx: Tx,
  inbound: Inbound,
  wish: LeaveUnreadable,
): Promise<void> {
  const facts = {
    ...(await whose(tx, wish.replyAddressIds)),
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
  if (mine.firmId) await quarantine(office, tx, mine, wish.because)
}

async function whose(tx: Tx, replyAddressIds: string[]) {
  for (const id of replyAddressIds) {
    const [address] = await tx.select().from(replyAddresses).where(eq(replyAddresses.id, id))
    if (address) return { firmId: address.firmId, matterId: address.matterId, clientId: address.clientId }
  }
  const all = await tx.select({ id: firms.id }).from(firms).limit(2)
  return { firmId: all.length === 1 ? (all[0]?.id ?? null) : null }
}
