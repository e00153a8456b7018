import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requests } from '#db/schema/communication.ts'
import { outbox } from '#db/schema/delivery.ts'
import { matters } from '#db/schema/matters.ts'
import type { MailNotice } from '../notices.ts'
import { bundleOf } from '../replies/inbound/find-match.ts'
import type { OutboxRow } from './note-refused.ts'

/**
 * Whether a letter has to do with a sensitive matter: its own, or any of those that a reminder of several speaks of. An answer to a
 * reply to such reminders may be about whatever they spoke of, or the client still has to send.
 */
export async function isSensitive(
  tx: Query,
  row: OutboxRow,
  notice: MailNotice,
  matter: { sensitiveAt: Date | null } | undefined,
): Promise<boolean> {
  if (matter) return matter.sensitiveAt !== null
  const requestIds = notice.kind === 'reminder' ? notice.requestIds : await answered(tx, row, notice)
  if (requestIds.length === 0) return false
  const [one] = await tx
    .select({ id: matters.id })
    .from(requests)
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .where(and(inArray(requests.id, requestIds), isNotNull(matters.sensitiveAt)))
    .limit(1)
  return one !== undefined
}

async function answered(tx: Query, row: OutboxRow, { kind }: MailNotice): Promise<string[]> {
  if (kind !== 'messageAnswered' || !row.clientId || !row.replyAddressId) return []
  const [live, reminders] = await Promise.all([
    bundleOf(tx, row.clientId),
    tx
      .select({ notice: outbox.notice })
      .from(outbox)
      .where(and(eq(outbox.replyAddressId, row.replyAddressId), eq(outbox.noticeKind, 'reminder'))),
  ])
  // Only `announce` writes this column.
  const spokenOf = reminders.flatMap(({ notice }) => (notice as { requestIds: string[] }).requestIds)
  return [...new Set([...live, ...spokenOf])]
}
