import { eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { mailboxes } from '#db/schema/mailboxes.ts'
import type { ChatNotice } from '../notices.ts'
import type { ChatNoteContent } from './chat-note.ts'

/** What is wrong with a mailbox now, or that the trouble of that time is over. */
export async function mailboxContent(
  tx: Query,
  notice: Extract<ChatNotice, { kind: 'mailboxTrouble' }>,
): Promise<ChatNoteContent> {
  const [row] = await tx.select().from(mailboxes).where(eq(mailboxes.name, notice.mailbox))
  const lasts = row?.troubleSince?.toISOString() === notice.since
  const { username, hostname } = new URL(notice.mailbox)
  const user = decodeURIComponent(username)
  const mailbox = user.includes('@') ? user : `${user} (${hostname})`
  return { kind: 'mailboxTrouble', mailbox, trouble: lasts ? row.trouble : null }
}
