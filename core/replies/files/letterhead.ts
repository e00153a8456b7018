import { and, count, countDistinct, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { files } from '#db/schema/replies.ts'
import type { IncomingAttachment } from '../inbound/incoming-mail.ts'
import type { Inbound } from '../receive-reply.ts'

/** No photograph of a document is so small, in bytes. */
const largest = 20_000
/** With so many earlier mails it came, byte for byte. */
const oftenSeen = 3

/**
 * The SHA-256 of those images of a mail that the client's mails about this matter carry again and again: the logo below their
 * signature, whatever their program makes of it. In doubt an image is none of them: what answered something once is a document,
 * and so is what comes alone.
 */
export async function letterheadIn(
  tx: Tx,
  { matterId, clientId }: Inbound,
  attachments: IncomingAttachment[],
): Promise<Set<string>> {
  const small = attachments.filter(
    ({ type, size, inside }) => type.startsWith('image/') && size <= largest && !inside,
  )
  if (small.length === 0 || matterId === null || clientId === null) return new Set()
  const hashes = small.map(({ sha256 }) => sha256)
  const seen = await tx
    .select({ sha256: files.sha256, mails: countDistinct(files.inboundId), answered: count(files.answerId) })
    .from(files)
    .where(and(eq(files.matterId, matterId), eq(files.clientId, clientId), inArray(files.sha256, hashes)))
    .groupBy(files.sha256)
  const letterhead = new Set(
    seen.filter(({ mails, answered }) => mails >= oftenSeen && answered === 0).map(({ sha256 }) => sha256),
  )
  return attachments.every(({ sha256 }) => letterhead.has(sha256)) ? new Set() : letterhead
}
