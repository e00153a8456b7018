import { eq } from 'drizzle-orm'
import { firms } from '#db/schema/firms.ts'
import { inboundMessages, replyAddresses } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import type { Tx } from '#db/database.ts'
import type { Office } from '../office.ts'
import { quarantine } from './quarantine.ts'

const mostAttempts = 3

export type GiveUpOn = {
  inboundId: string
  /** What broke, for the log and the row. */
  reason: string
  /** The mail itself is at fault and will break again; else it is tried a few times more. */
  forGood: boolean
  /** Ids of reply addresses in its envelope whose signature is right: whose mail it probably is. */
  replyAddressIds: string[]
}

/**
 * A mail that could not be read waits for a member, with its raw form kept, and is not tried for ever. Before that, while
 * the fault may pass, it is put back. Returns whether it was given up.
 */
export async function giveUpOn(office: Office, wish: GiveUpOn): Promise<boolean> {
  const gone = await write(office.db, async (tx) => {
    const [inbound] = await tx.select().from(inboundMessages).where(eq(inboundMessages.id, wish.inboundId))
    if (!inbound || inbound.state !== 'stored') return false
    const lastError = wish.reason.slice(0, 500)
    if (!wish.forGood && inbound.attempts < mostAttempts) {
      const claimedUntil = new Date(office.clock().getTime() + 5000 * 2 ** inbound.attempts)
      await tx
        .update(inboundMessages)
        .set({ lastError, claimedUntil })
        .where(eq(inboundMessages.id, inbound.id))
      return false
    }
    const ties = await whose(tx, wish.replyAddressIds)
    const unreadable = {
      state: 'unreadable' as const,
      stateAt: office.clock(),
      claimedUntil: null,
      lastError,
    }
    const from = { fromAddress: inbound.fromAddress ?? inbound.envelopeFrom }
    await tx
      .update(inboundMessages)
      .set({ ...unreadable, ...ties, ...from })
      .where(eq(inboundMessages.id, inbound.id))
    const mine = { ...inbound, ...ties, ...from }
    if (mine.firmId) await quarantine(office, tx, mine, 'unreadable')
    return true
  })
  office.wake('outbox')
  return gone
}

async function whose(tx: Tx, replyAddressIds: string[]) {
  for (const id of replyAddressIds) {
    const [address] = await tx.select().from(replyAddresses).where(eq(replyAddresses.id, id))
    if (address) return { firmId: address.firmId, matterId: address.matterId, clientId: address.clientId }
  }
  const all = await tx.select({ id: firms.id }).from(firms).limit(2)
  return { firmId: all.length === 1 ? (all[0]?.id ?? null) : null }
}
