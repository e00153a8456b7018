import { and, asc, eq, ne } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { outbox } from '#db/schema/delivery.ts'
import { reachable } from '../members/members-to-tell.ts'
import type { ChatNotice, ChatTelling } from '../notices.ts'

/**
 * Whoever was told of the subject in chat, each with what they were told last, and the channels that were: so that every such message is
 * brought up to date.
 */
export async function toldAgain(
  tx: Query,
  firmId: string,
  subjectId: string,
  kind: ChatNotice['kind'],
): Promise<ChatTelling[]> {
  const rows = await tx
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.subjectId, subjectId),
        eq(outbox.firmId, firmId),
        eq(outbox.noticeKind, kind),
        ne(outbox.channel, 'mail'),
      ),
    )
    .orderBy(asc(outbox.id))
  const members = new Map(rows.flatMap((row) => (row.memberId ? [[row.memberId, row] as const] : [])))
  const channels = new Map(rows.flatMap((row) => (row.memberId ? [] : [[row.recipient, row] as const])))
  const told = await reachable(tx, firmId, [...members.keys()])
  return [
    ...told.flatMap((to) => {
      const row = members.get(to.memberId)
      return row ? [{ ...tellingOf(row), to, subjectId }] : []
    }),
    ...[...channels.values()].map((row) => ({
      ...tellingOf(row),
      to: channelOf(row),
      subjectId,
      direct: true,
    })),
  ]
}

type Row = typeof outbox.$inferSelect

function tellingOf({ notice, matterId, threadKey }: Row) {
  const thread = threadKey?.split(':')[1] ?? null
  // Only `announce` writes this column.
  return { channel: 'chat' as const, notice: notice as ChatNotice, matterId, thread }
}

function channelOf({ channel, recipient, locale }: Row): ChatTelling['to'] {
  const [tenant = '', userId = ''] = recipient.split(':')
  const platform = channel === 'teams' ? 'teams' : 'slack'
  return { memberId: null, locale, identities: [{ platform, tenant, userId }] }
}
