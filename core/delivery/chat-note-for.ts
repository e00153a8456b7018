import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requests } from '#db/schema/communication.ts'
import { chatMessages } from '#db/schema/delivery.ts'
import { members } from '#db/schema/firms.ts'
import { matters } from '#db/schema/matters.ts'
import { firmOf } from '../firms/firm.ts'
import { linkOf, type WhyNotThere } from '../matters/channels/matter-channel.ts'
import { matterFor } from '../matters/matter-for.ts'
import { matterInNote } from '../matters/who-is-told.ts'
import { NotFound } from '../errors.ts'
import type { MemberActor } from '../members/actor.ts'
import type { ChatNotice } from '../notices.ts'
import type { Office } from '../office.ts'
import type { ChatNote, ChatNoteContent } from './chat-note.ts'
import { inChannel } from './in-channel.ts'
import { noteContent } from './note-content.ts'
import type { OutboxRow } from './note-refused.ts'
import type { NotNow } from './letter-content.ts'
import { dayOf } from '../words/format.ts'

/** A channel is not told of it; its matter's members are, directly. */
export type Elsewhere = { kind: 'elsewhere'; because: WhyNotThere | 'unlinked' }

/**
 * The chat message an outbox row stands for, from what is true at this moment; or that it is not to be posted: the member
 * has left, may not see the matter any more, or there is nothing left to tell; or, for a channel, that it goes elsewhere.
 */
export async function chatNoteFor(office: Office, row: OutboxRow): Promise<ChatNote | NotNow | Elsewhere> {
  const tx = office.db.read
  // Only `announce` writes this column.
  const notice = row.notice as ChatNotice
  const [tenant = '', userId = ''] = row.recipient.split(':')
  if (row.memberId === null) return channelNoteFor(office, row, notice, { tenant, channel: userId })
  const by = await memberOf(tx, row)
  if (!by) return { kind: 'cancelled', because: 'member left' }
  if (row.matterId && !(await stillTheirs(tx, by, row.matterId)))
    return { kind: 'cancelled', because: 'not theirs any more' }
  const content = await noteContent(office, tx, by, notice)
  if (!content) return { kind: 'cancelled', because: 'nothing to tell' }
  const frame = await frameOf(office, row, by.timeZone)
  if (isOver(content) && !frame.stands) return { kind: 'cancelled', because: 'nothing to tell' }
  return { ...frame, place: 'direct', tenant, userId, memberId: by.memberId, ...content }
}

/** What a channel is told; or that its members are to be told in its stead. */
async function channelNoteFor(
  office: Office,
  row: OutboxRow,
  notice: ChatNotice,
  { tenant, channel }: { tenant: string; channel: string },
): Promise<ChatNote | NotNow | Elsewhere> {
  const tx = office.db.read
  const platform = row.channel === 'teams' ? 'teams' : 'slack'
  const [matter] = await tx
    .select()
    .from(matters)
    .where(eq(matters.id, row.matterId ?? ''))
  if (!matter) return { kind: 'cancelled', because: 'nothing to tell' }
  const link = await linkOf(tx, { platform, tenant, channel })
  const isTheirs = link?.matterId === matter.id && link.heldAt === null
  if (matter.sensitiveAt) return { kind: 'elsewhere', because: 'sensitive' }
  const frame = await frameOf(office, row, (await firmOf(tx, row.firmId)).timeZone)
  // Let go meanwhile: what stands there says what became of it, and nothing new is posted.
  if (!isTheirs && !frame.stands) return { kind: 'elsewhere', because: 'unlinked' }
  const everybody = { name: '', role: 'assistant', locale: row.locale, timeZone: frame.timeZone } as const
  const actor: MemberActor = { kind: 'member', firmId: row.firmId, memberId: '', ...everybody }
  const content = await noteContent(office, tx, actor, notice)
  const told =
    content && (await inChannel(tx, content, matterInNote(matter), await requestOf(tx, row, notice)))
  if (!told || (content && isOver(content) && !frame.stands))
    return { kind: 'cancelled', because: 'nothing to tell' }
  return { ...frame, place: 'channel', tenant, userId: channel, memberId: null, ...told }
}

// Nobody is reminded of a request that is over; what stands says so.
function isOver(content: ChatNoteContent): boolean {
  return content.kind === 'remindersEnded' && !content.request.isLive
}

async function frameOf(office: Office, row: OutboxRow, timeZone: string) {
  const tx = office.db.read
  const [, recipient = ''] = row.recipient.split(':')
  const platform: ChatNote['platform'] = row.channel === 'teams' ? 'teams' : 'slack'
  const stands = await standing(tx, row, recipient)
  return {
    outboxId: row.id,
    platform,
    locale: row.locale,
    timeZone,
    today: dayOf(office.clock(), timeZone),
    firmId: row.firmId,
    subjectId: row.subjectId ?? row.id,
    stands,
    thread: stands ? null : await threadFor(tx, row),
    retry: row.attempts > 1,
    baseUrl: office.config.web.baseUrl,
  }
}

/** What comes after the first message about a request goes to its thread; an arrival, or a mail that waits, is never overlooked there. */
const followUps: string[] = [
  'messageArrived',
  'passwordGiven',
  'remindersEnded',
  'deliveryFailed',
] satisfies ChatNotice['kind'][]

async function threadFor(tx: Query, row: OutboxRow): Promise<string | null> {
  if (row.threadKey === null || !followUps.includes(row.noticeKind)) return null
  const [root] = await tx
    .select({ messageId: chatMessages.messageId })
    .from(chatMessages)
    .where(and(eq(chatMessages.threadKey, row.threadKey), isNull(chatMessages.threadId)))
    .orderBy(asc(chatMessages.id))
    .limit(1)
  return root?.messageId ?? null
}

async function requestOf(tx: Query, row: OutboxRow, notice: ChatNotice) {
  const id = row.threadKey?.split(':')[1] ?? ('requestId' in notice ? notice.requestId : '')
  const [request] = await tx.select().from(requests).where(eq(requests.id, id))
  return request ?? null
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
