import type { Readable } from 'node:stream'
import { inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import type { Office } from '../../office.ts'
import { keepRaw } from './keep-raw.ts'
import { leaveUnreadable, type LeaveUnreadable } from './leave-unreadable.ts'

export type SetAside = LeaveUnreadable & {
  source: string
  sourceKey: string
  /** Who it says it is from; nothing proves it. */
  from: string | null
  subject: string | null
  /** As much of it as could be had. */
  start: Readable
}

/**
 * A mail that cannot be taken from its mailbox, because of its size or because the server does not hand it over, has a
 * row and a final state like any other: a member is told, and it is not fetched again. The same source key again changes nothing.
 */
export async function setAside(office: Office, wish: SetAside): Promise<void> {
  const kept = await keepRaw(office, wish.start)
  const isNew = await write(office.db, async (tx) => {
    const [inbound] = await tx
      .insert(inboundMessages)
      .values({
        ...kept,
        source: wish.source,
        sourceKey: wish.sourceKey,
        envelopeTo: [],
        fromAddress: wish.from,
        subject: wish.subject,
      })
      .onConflictDoNothing()
      .returning()
    if (!inbound) return false
    await leaveUnreadable(office, tx, inbound, wish)
    return true
  })
  if (!isNew) await office.files.remove(kept.rawKey)
  office.wake('outbox')
}
