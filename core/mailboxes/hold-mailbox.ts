import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { mailboxes } from '#db/schema/mailboxes.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'

export type HoldMailbox = {
  mailbox: string
  /** Whoever reads: an id that no other process has. */
  reader: string
  /** Milliseconds; to be asked for again well before they are over. */
  during: number
}

/** True when the mailbox is this reader's, alone, for so long: nobody held it, or the one who did let its time run out. */
export async function holdMailbox(
  office: Office,
  { mailbox, reader, during }: HoldMailbox,
): Promise<boolean> {
  const now = office.clock()
  const lease = { readBy: reader, readUntil: new Date(now.getTime() + during) }
  const [row] = await office.db.read.select().from(mailboxes).where(eq(mailboxes.name, mailbox))
  const isTaken = row && row.readBy !== reader && row.readUntil !== null && row.readUntil > now
  if (isTaken) return false
  const held = await write(office.db, async (tx) => {
    const added = await tx
      .insert(mailboxes)
      .values({ name: mailbox, ...lease })
      .onConflictDoNothing()
      .returning({ name: mailboxes.name })
    if (added.length === 1) return added
    return tx
      .update(mailboxes)
      .set(lease)
      .where(
        and(
          eq(mailboxes.name, mailbox),
          or(eq(mailboxes.readBy, reader), isNull(mailboxes.readUntil), lte(mailboxes.readUntil, now)),
        ),
      )
      .returning({ name: mailboxes.name })
  })
  return held.length === 1
}
