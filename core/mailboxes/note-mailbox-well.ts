import { eq } from 'drizzle-orm'
import { mailboxes } from '#db/schema/mailboxes.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'
import { tellOfMailbox } from './tell-of-mailbox.ts'

/** All that was in the mailbox has been taken in; whatever trouble there was is over, and whoever was told of it sees so. */
export async function noteMailboxWell(office: Office, mailbox: string): Promise<void> {
  const told = await write(office.db, async (tx) => {
    const [row] = await tx.select().from(mailboxes).where(eq(mailboxes.name, mailbox))
    await tx
      .update(mailboxes)
      .set({ takenAt: office.clock(), trouble: null, troubleSince: null, troubleToldAt: null })
      .where(eq(mailboxes.name, mailbox))
    if (!row?.troubleToldAt || !row.troubleSince) return false
    await tellOfMailbox(office, tx, mailbox, { since: row.troubleSince, isOver: true })
    return true
  })
  if (told) office.wake('outbox')
}
