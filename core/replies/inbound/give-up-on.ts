import { eq } from 'drizzle-orm'
import { inboundMessages } from '#db/schema/replies.ts'
import { isWorthRetrying } from '#db/errors.ts'
import { write } from '#db/write.ts'
import type { Office } from '../../office.ts'
import { leaveUnreadable } from './leave-unreadable.ts'

const mostAttempts = 3

export type GiveUpOn = {
  inboundId: string
  /** What broke, for the log and the row. */
  reason: string
  /** The mail itself is at fault and will break again; else it is tried a few times more. */
  forGood: boolean
  /** What was thrown: a transaction that lost its race says nothing about the mail, however often it was begun. */
  fault?: unknown
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
    const mayPass = inbound.attempts < mostAttempts || isWorthRetrying(wish.fault)
    if (!wish.forGood && mayPass) {
      const claimedUntil = new Date(office.clock().getTime() + 5000 * 2 ** Math.min(inbound.attempts, 4))
      await tx
        .update(inboundMessages)
        .set({ lastError, claimedUntil })
        .where(eq(inboundMessages.id, inbound.id))
      return false
    }
    await leaveUnreadable(office, tx, inbound, { ...wish, reason: lastError, because: 'unreadable' })
    return true
  })
  office.wake('outbox')
  return gone
}
