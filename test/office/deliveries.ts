import { and, asc, eq, ne } from 'drizzle-orm'
import { outbox } from '#db/schema/delivery.ts'
import { chatNoteFor } from '#core/delivery/chat-note-for.ts'
import type { ChatNote } from '#core/delivery/chat-note.ts'
import { claimOutbox } from '#core/delivery/claim-outbox.ts'
import { letterFor } from '#core/delivery/letter-for.ts'
import type { Letter } from '#core/delivery/letter.ts'
import type { OutboxRow } from '#core/delivery/note-refused.ts'
import { settleDeliveries, type Outcome } from '#core/delivery/settle-delivery.ts'
import type { ChatNotice, MailNotice } from '#core/notices.ts'
import type { Office } from '#core/office.ts'

/** Mails in the outbox, sent or not, of one kind or all, in the order they were written. */
export function mailsOf(office: Office, kind?: MailNotice['kind']): Promise<OutboxRow[]> {
  const ofKind = kind === undefined ? undefined : eq(outbox.noticeKind, kind)
  return office.db.read
    .select()
    .from(outbox)
    .where(and(eq(outbox.channel, 'mail'), ofKind))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
}

/** Chat messages in the outbox, sent or not, of one kind or all. */
export function chatsOf(office: Office, kind?: ChatNotice['kind']): Promise<OutboxRow[]> {
  const ofKind = kind === undefined ? undefined : eq(outbox.noticeKind, kind)
  return office.db.read
    .select()
    .from(outbox)
    .where(and(ne(outbox.channel, 'mail'), ofKind))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
}

export type Delivered = {
  letters: Letter[]
  notes: ChatNote[]
  /** Why each was cancelled. */
  cancelled: string[]
  held: number
}

/** All that is due leaves, to a mail server and a chat that take everything. */
export async function deliver(office: Office): Promise<Delivered> {
  const delivered: Delivered = { letters: [], notes: [], cancelled: [], held: 0 }
  for (;;) {
    const rows = await claimOutbox(office, 50)
    if (rows.length === 0) return delivered
    for (const row of rows)
      await settleDeliveries(office, [{ row, outcome: await send(office, row, delivered) }])
  }
}

async function send(office: Office, row: OutboxRow, delivered: Delivered): Promise<Outcome> {
  const message = row.channel === 'mail' ? await letterFor(office, row) : await chatNoteFor(office, row)
  if (message.kind === 'cancelled') {
    delivered.cancelled.push(message.because)
    return message
  }
  if (message.kind === 'elsewhere') return message
  if (message.kind === 'held') {
    delivered.held += 1
    return message
  }
  if ('userId' in message) {
    delivered.notes.push(message)
    const stands = message.stands ?? { conversation: `D-${message.userId}`, messageId: `ts-${row.id}` }
    return { kind: 'accepted', as: stands.messageId, stands }
  }
  delivered.letters.push(message)
  return { kind: 'accepted', as: '250 ok', subject: `About ${row.threadKey ?? row.id}` }
}
