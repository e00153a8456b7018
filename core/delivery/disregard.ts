import type { MailTelling } from '../notices.ts'
import type { OutboxRow } from './note-refused.ts'

/** Why what was taken back did not leave. */
export const takenBack = 'taken back'

/** Asks whoever got the letter not to mind it: in the same thread, at the same address. */
export function disregard(row: OutboxRow): MailTelling[] {
  const { subjectId } = row
  if (subjectId === null) return []
  return [
    {
      channel: 'mail',
      notice: { kind: 'disregard', subjectId },
      to: { email: row.recipient, clientId: row.clientId, locale: row.locale },
      matterId: row.matterId,
      subjectId,
      replyTo: { kind: row.noticeKind === 'newsPublished' ? 'news' : 'request', subjectId },
      thread: subjectId,
    },
  ]
}
