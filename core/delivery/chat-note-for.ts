import { and, eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { chatMessages } from '#db/schema/delivery.ts'
import { members } from '#db/schema/firms.ts'
import { firmOf } from '../firms/firm.ts'
import { matterFor } from '../matters/matter-for.ts'
import { NotFound } from '../errors.ts'
import type { MemberActor } from '../members/actor.ts'
import type { ChatNotice } from '../notices.ts'
import type { Office } from '../office.ts'
import type { ChatNote } from './chat-note.ts'
import { noteContent } from './note-content.ts'
import type { OutboxRow } from './note-refused.ts'
import type { NotNow } from './letter-content.ts'
import { dayOf } from '../words/format.ts'

/**
 * The chat message an outbox row stands for, from what is true at this moment; or that it is not to be posted: the member
 * has left, may not see the matter any more, or there is nothing left to tell.
 */
export async function chatNoteFor(office: Office, row: OutboxRow): Promise<ChatNote | NotNow> {
  const tx = office.db.read
  // Only `announce` writes this column.
  const notice = row.notice as ChatNotice
  const by = await memberOf(tx, row)
  if (!by) return { kind: 'cancelled', because: 'member left' }
  if (row.matterId && !(await stillTheirs(tx, by, row.matterId)))
    return { kind: 'cancelled', because: 'not theirs any more' }
  const content = await noteContent(office, tx, by, notice)
  if (!content) return { kind: 'cancelled', because: 'nothing to tell' }
  const [tenant = '', userId = ''] = row.recipient.split(':')
  return {
    outboxId: row.id,
    platform: row.channel === 'teams' ? 'teams' : 'slack',
    tenant,
    userId,
    locale: row.locale,
    timeZone: by.timeZone,
    today: dayOf(office.clock(), by.timeZone),
    memberId: by.memberId,
    firmId: row.firmId,
    subjectId: row.subjectId ?? row.id,
    stands: await standing(tx, row, userId),
    retry: row.attempts > 1,
    baseUrl: office.config.web.baseUrl,
    ...content,
  }
}

async function memberOf(tx: Query, row: OutboxRow): Promise<MemberActor | null> {
  const [member] = await tx
    .select()
    .from(members)
    .where(and(eq(members.id, row.memberId ?? ''), eq(members.firmId, row.firmId)))
  if (!member || member.leftAt) return null
  const { timeZone } = await firmOf(tx, row.firmId)
  const { id: memberId, firmId, name, role } = member
  return { kind: 'member', firmId, memberId, name, role, locale: row.locale, timeZone }
}

async function stillTheirs(tx: Query, by: MemberActor, matterId: string): Promise<boolean> {
  try {
    await matterFor(tx, by, matterId)
    return true
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}

async function standing(tx: Query, row: OutboxRow, userId: string): Promise<ChatNote['stands']> {
  const [message] = await tx
    .select({ conversation: chatMessages.conversation, messageId: chatMessages.messageId })
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.subjectId, row.subjectId ?? ''),
        eq(chatMessages.noticeKind, row.noticeKind),
        eq(chatMessages.recipient, userId),
      ),
    )
  return message ?? null
}
