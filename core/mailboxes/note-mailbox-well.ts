import { eq } from 'drizzle-orm'
import { mailboxes } from '#db/schema/mailboxes.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'

/** All that was in the mailbox has been taken in; whatever trouble there was is over. */
export async function noteMailboxWell(office: Office, mailbox: string): Promise<void> {
  await write(office.db, (tx) =>
    tx
      .update(mailboxes)
      .set({ takenAt: office.clock(), trouble: null, troubleSince: null, troubleToldAt: null })
      .where(eq(mailboxes.name, mailbox)),
  )
}
