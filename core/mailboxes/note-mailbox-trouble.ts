import { eq } from 'drizzle-orm'
import { mailboxes } from '#db/schema/mailboxes.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'
import { tellOfMailbox } from './tell-of-mailbox.ts'

export type MailboxTrouble = NonNullable<(typeof mailboxes.$inferSelect)['trouble']>

export type NoteMailboxTrouble = {
  mailbox: string
  trouble: MailboxTrouble
  /** Milliseconds after which trouble is told to people. */
  lasting: number
}

/** What keeps the mailbox from being read stands beside it, with since when; trouble that lasts is told to the admins, once. */
export async function noteMailboxTrouble(office: Office, wish: NoteMailboxTrouble): Promise<void> {
  const now = office.clock()
  const told = await write(office.db, async (tx) => {
    const [row] = await tx.select().from(mailboxes).where(eq(mailboxes.name, wish.mailbox))
    if (!row) return false
    const since = row.troubleSince ?? now
    const isDue = row.troubleToldAt === null && now.getTime() - since.getTime() >= wish.lasting
    await tx
      .update(mailboxes)
      .set({
        trouble: wish.trouble,
        troubleSince: since,
        troubleToldAt: isDue ? now : row.troubleToldAt,
      })
      .where(eq(mailboxes.name, wish.mailbox))
    if (isDue) await tellOfMailbox(office, tx, wish.mailbox, { since, isOver: false })
    return isDue
  })
  if (told) office.wake('outbox')
}
