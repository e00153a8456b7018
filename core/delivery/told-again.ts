import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { outbox } from '#db/schema/delivery.ts'
import { reachable } from '../members/members-to-tell.ts'
import type { ChatNotice, ChatTelling } from '../notices.ts'

/** Whoever was told of the subject in chat, each with what they were told last: so that every such message is brought up to date. */
export async function toldAgain(
  tx: Query,
  firmId: string,
  subjectId: string,
  kind: ChatNotice['kind'],
): Promise<ChatTelling[]> {
  const rows = await tx
    .select({ memberId: outbox.memberId, notice: outbox.notice, matterId: outbox.matterId })
    .from(outbox)
    .where(
      and(
        eq(outbox.subjectId, subjectId),
        eq(outbox.firmId, firmId),
        eq(outbox.noticeKind, kind),
        isNotNull(outbox.memberId),
      ),
    )
    .orderBy(asc(outbox.id))
  const last = new Map(rows.map((row) => [row.memberId ?? '', row]))
  const told = await reachable(tx, firmId, [...last.keys()])
  return told.flatMap((to) => {
    const row = last.get(to.memberId)
    if (!row) return []
    // Only `announce` writes this column.
    const notice = row.notice as ChatNotice
    return { channel: 'chat', notice, to, matterId: row.matterId, subjectId }
  })
}
