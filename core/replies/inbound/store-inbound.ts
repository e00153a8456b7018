import { and } from 'drizzle-orm'
import type { Readable } from 'node:stream'
import type { Tx } from '#db/database.ts'
import { inserting } from '#db/inserting.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { among, givenList, statement } from '#db/statement.ts'
import { writingTogether } from '#db/writing-together.ts'
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
  const stored = await storeRow(office.db, {
    ...kept,
    source: wish.source,
    sourceKey: wish.sourceKey ?? kept.id,
    envelopeFrom: wish.envelope.from,
    envelopeTo: wish.envelope.to,
    remoteAddress: wish.envelope.remoteAddress,
  })
  if (stored !== kept.id) await office.files.remove(kept.rawKey)
  office.wake('inbox')
  return { inboundId: stored }
}

/** Gives the id of the row that holds the source's key, which may have been there. */
const storeRow = writingTogether(storeRows, { most: 50 })

async function storeRows(tx: Tx, rows: (typeof inboundMessages.$inferInsert)[]): Promise<string[]> {
  await insertInbound(tx, rows)
  // Nobody else has a key that is an id of ours.
  const keyed = rows.filter(({ id, sourceKey }) => sourceKey !== id)
  const sources = keyed.map(({ source }) => source)
  const keys = keyed.map(({ sourceKey }) => sourceKey)
  const known = keyed.length === 0 ? [] : await byKey(tx, { sources, keys })
  return rows.map(({ id, source, sourceKey }) => {
    const before = known.find((one) => one.source === source && one.sourceKey === sourceKey)
    return before?.id ?? id
  })
}

const insertInbound = inserting(inboundMessages, { unlessThere: true })

const byKey = statement((tx) => {
  const { id, source, sourceKey } = inboundMessages
  return tx
    .select({ id, source, sourceKey })
    .from(inboundMessages)
    .where(and(among(source, givenList('sources')), among(sourceKey, givenList('keys'))))
})
