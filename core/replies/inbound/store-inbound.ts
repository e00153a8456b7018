import { and, eq } from 'drizzle-orm'
import type { Readable } from 'node:stream'
import { inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import type { Office } from '../../office.ts'
import { keepRaw } from './keep-raw.ts'

export type StoreInbound = {
  /** `smtp`, `lmtp`, or a mailbox's name. */
  source: string
  /** What makes the mail one of its source; our own id, unless said. */
  sourceKey?: string
  envelope: { from: string | null; to: string[]; remoteAddress: string | null }
  raw: Readable
}

/**
 * The raw mail is on disk and its row in the database: from now on it is ours, and may be acknowledged.
 * The same source key again stores nothing. Throws `TooLarge` past the size limit, and stores nothing.
 */
export async function storeInbound(office: Office, wish: StoreInbound): Promise<{ inboundId: string }> {
  const kept = await keepRaw(office, wish.raw, office.config.maxMessageBytes)
  const stored = await write(office.db, async (tx) => {
    const sourceKey = wish.sourceKey ?? kept.id
    const added = await tx
      .insert(inboundMessages)
      .values({
        ...kept,
        source: wish.source,
        sourceKey,
        envelopeFrom: wish.envelope.from,
        envelopeTo: wish.envelope.to,
        remoteAddress: wish.envelope.remoteAddress,
      })
      .onConflictDoNothing()
      .returning({ id: inboundMessages.id })
    if (added.length === 1) return kept.id
    const [before] = await tx
      .select({ id: inboundMessages.id })
      .from(inboundMessages)
      .where(and(eq(inboundMessages.source, wish.source), eq(inboundMessages.sourceKey, sourceKey)))
    return before?.id ?? kept.id
  })
  if (stored !== kept.id) await office.files.remove(kept.rawKey)
  office.wake('inbox')
  return { inboundId: stored }
}
