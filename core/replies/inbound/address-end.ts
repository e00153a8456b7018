import { and, eq, gt } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import type { requests } from '#db/schema/communication.ts'
import { outbox } from '#db/schema/delivery.ts'
import type { replyAddresses } from '#db/schema/replies.ts'

/** So many days after what it was about has ended, and after the last letter that carried it, a reply address still stands for itself. */
export const daysAfterEnd = 180

type Address = Pick<typeof replyAddresses.$inferSelect, 'id' | 'subjectKind' | 'createdAt' | 'revokedAt'>

/** What tells when that which an address is about has ended. */
export type Subject = {
  request: Pick<typeof requests.$inferSelect, 'status' | 'statusAt' | 'deletedAt'> | null
  matter: { closedAt: Date | null } | null
  /** Of a bundle: whether the client is asked for anything at this moment. */
  asked?: boolean
}

/**
 * Why an address does not stand for itself any more, so that a member decides about what comes to it: whoever held it is
 * written to no more, or the request was over, or the matter of the news closed, for `daysAfterEnd`, which a bundle's is when
 * nothing is asked. Null while it does. Nothing is stored, so that what is opened again can be answered again at once.
 */
export async function endOfAddress(
  tx: Query,
  address: Address,
  subject: Subject,
  now: Date,
): Promise<'revoked' | 'expired' | null> {
  if (address.revokedAt !== null) return 'revoked'
  const before = new Date(now.getTime() - daysAfterEnd * 24 * 3_600_000)
  const ended = endedAt(address, subject)
  if (ended === null || ended >= before) return null
  return (await carriedSince(tx, address.id, before)) ? null : 'expired'
}

function endedAt({ subjectKind, createdAt }: Address, { request, matter, asked }: Subject): Date | null {
  if (subjectKind === 'news') return matter?.closedAt ?? null
  if (subjectKind === 'bundle') return asked ? null : createdAt
  if (!request) return null
  const over = request.status === 'fulfilled' || request.status === 'cancelled'
  return request.deletedAt ?? (over ? request.statusAt : null)
}

// What a letter asks to be answered at must work for whoever has just got it.
async function carriedSince(tx: Query, replyAddressId: string, since: Date): Promise<boolean> {
  const [letter] = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.replyAddressId, replyAddressId), gt(outbox.acceptedAt, since)))
    .limit(1)
  return letter !== undefined
}
