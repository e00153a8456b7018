import { eq, sql } from 'drizzle-orm'
import { mailboxes } from '#db/schema/mailboxes.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'

export type MailboxTrouble = NonNullable<(typeof mailboxes.$inferSelect)['trouble']>

/** What keeps the mailbox from being read stands beside it, with since when there has been trouble. */
export async function noteMailboxTrouble(
  office: Office,
  mailbox: string,
  trouble: MailboxTrouble,
): Promise<void> {
  await write(office.db, (tx) =>
    tx
      .update(mailboxes)
      .set({
        trouble,
        troubleSince: sql`coalesce(${mailboxes.troubleSince}, ${sql.param(office.clock(), mailboxes.troubleSince)})`,
      })
      .where(eq(mailboxes.name, mailbox)),
  )
}
