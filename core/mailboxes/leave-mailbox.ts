import { and, eq } from 'drizzle-orm'
import { mailboxes } from '#db/schema/mailboxes.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'
import type { HoldMailbox } from './hold-mailbox.ts'

/** The mailbox is free for the next reader at once. */
export async function leaveMailbox(
  office: Office,
  { mailbox, reader }: Pick<HoldMailbox, 'mailbox' | 'reader'>,
): Promise<void> {
  await write(office.db, (tx) =>
    tx
      .update(mailboxes)
      .set({ readBy: null, readUntil: null })
      .where(and(eq(mailboxes.name, mailbox), eq(mailboxes.readBy, reader))),
  )
}
