import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { corrections, deadAddresses } from '#db/schema/clients.ts'
import { requests } from '#db/schema/communication.ts'
import { events, outbox } from '#db/schema/delivery.ts'
import { linkRequests } from '#db/schema/firms.ts'
import { matterChannels, matters, responsibles } from '#db/schema/matters.ts'
import { firmOf } from '../firms/firm.ts'
import { matterInNote } from '../matters/who-is-told.ts'
import { pendingWork } from '../matters/pending.ts'
import type { MemberActor } from '../members/actor.ts'
import type { ChatNotice } from '../notices.ts'
import type { Office } from '../office.ts'
import { remindedAt } from '../reminders/reminded.ts'
import { itemsOf } from '../requests/items-of.ts'
import { isLive, isWanted } from '../requests/request.ts'
import { arrivalContent } from './arrival-content.ts'
import type { ChatNoteContent } from './chat-note.ts'
import { expiringContent } from './expiring-content.ts'
import { clientName, inboundOf, matterIn, memberName, shortened } from './in-note.ts'
import { messageContent, quarantineContent } from './mail-content.ts'
import { mailboxContent } from './mailbox-content.ts'
import { passwordContent } from './password-content.ts'
import { turnedContent } from './turned-content.ts'
import { unconfirmedContent, unconfirmedRequestContent } from './unconfirmed-content.ts'

/** What a chat message says to this member, from what is true at this moment; null when there is nothing to say. */
export async function noteContent(
  office: Office,
  tx: Query,
  by: MemberActor,
  notice: ChatNotice,
): Promise<ChatNoteContent | null> {
  switch (notice.kind) {
    case 'answersArrived':
      return arrivalContent(office, tx, by, { arrivalId: notice.arrivalId })
    case 'messageArrived':
      return messageContent(office, tx, by, notice.inboundId)
    case 'passwordGiven':
      return passwordContent(office, tx, by, notice.fileId)
    case 'mailQuarantined':
      return quarantineContent(office, tx, by, notice.inboundId)
    case 'deliveryFailed':
      return failureContent(tx, notice)
    case 'remindersEnded':
      return remindersEndedContent(tx, notice)
    case 'remindersStopped':
      return remindersStoppedContent(tx, notice)
    case 'correctionAsked':
      return correctionContent(tx, by, notice.correctionId)
    case 'linkAsked':
    case 'memberLinked':
      return linkContent(tx, by, notice)
    case 'chatTurned':
      return turnedContent(tx, notice)
    case 'mattersTaken':
      return takenContent(tx, by, notice)
    case 'channelHeld':
      return heldContent(tx, by, notice.linkId)
    case 'mailboxTrouble':
      return mailboxContent(tx, notice)
    case 'itemExpiring':
      return expiringContent(tx, notice.itemId)
    case 'newsUnconfirmed':
      return unconfirmedContent(tx, notice.newsId)
    case 'requestUnconfirmed':
      return unconfirmedRequestContent(tx, notice.requestId)
    case 'digest':
      return { kind: 'digest', day: notice.day, pending: await pendingWork(office, { by }) }
  }
}

async function failureContent(
  tx: Query,
  notice: Extract<ChatNotice, { kind: 'deliveryFailed' }>,
): Promise<ChatNoteContent | null> {
  const [row] = await tx.select().from(outbox).where(eq(outbox.id, notice.outboxId))
  if (!row) return null
  // Proven by another report before this was told.
  const doubtful = notice.doubtful === true && row.state !== 'bounced'
  const [dead] = await tx
    .select({ id: deadAddresses.id })
    .from(deadAddresses)
    .where(and(eq(deadAddresses.firmId, row.firmId), eq(deadAddresses.email, row.recipient)))
  return {
    kind: 'deliveryFailed',
    matter: await matterIn(tx, row.matterId),
    clientId: row.clientId,
    client: await clientName(tx, row.clientId),
    email: row.recipient,
    reason: doubtful ? '' : (row.lastError ?? ''),
    dead: dead !== undefined && !doubtful,
    doubtful,
  }
}

async function remindersEndedContent(
  tx: Query,
  notice: Extract<ChatNotice, { kind: 'remindersEnded' }>,
): Promise<ChatNoteContent | null> {
  const [request] = await tx.select().from(requests).where(eq(requests.id, notice.requestId))
  const matter = await matterIn(tx, request?.matterId ?? null)
  if (!request || !matter) return null
  const missing = (await itemsOf(tx, request.id)).filter(isWanted).length
  return {
    kind: 'remindersEnded',
    matter,
    client: (await clientName(tx, notice.clientId)) ?? '',
    request: { id: request.id, title: request.title, missing, isLive: isLive(request) },
  }
}

async function remindersStoppedContent(
  tx: Query,
  notice: Extract<ChatNotice, { kind: 'remindersStopped' }>,
): Promise<ChatNoteContent | null> {
  const { clientId, additionalId } = notice
  const whose = await remindedAt(tx, clientId, { additionalId })
  if (!whose) return null
  const inbound = notice.inboundId ? await inboundOf(tx, notice.inboundId) : undefined
  return {
    kind: 'remindersStopped',
    clientId,
    client: whose.clientName,
    additional: whose.additional,
    wrote: shortened(inbound?.writtenText),
    resumed: whose.stopped ? null : { by: await whoResumed(tx, additionalId ?? clientId) },
  }
}

async function whoResumed(tx: Query, subjectId: string): Promise<string | null> {
  const [event] = await tx
    .select({ actorKind: events.actorKind, actorId: events.actorId })
    .from(events)
    .where(and(eq(events.subjectId, subjectId), eq(events.kind, 'remindersResumed')))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1)
  return event?.actorKind === 'member' ? memberName(tx, event.actorId) : null
}

async function correctionContent(
  tx: Query,
  by: MemberActor,
  correctionId: string,
): Promise<ChatNoteContent | null> {
  const [correction] = await tx
    .select()
    .from(corrections)
    .where(and(eq(corrections.id, correctionId), eq(corrections.firmId, by.firmId)))
  if (!correction) return null
  return {
    kind: 'correctionAsked',
    correctionId,
    client: (await clientName(tx, correction.clientId)) ?? '',
    wrote: correction.text,
    settled: correction.settledAt && { by: await memberName(tx, correction.settledBy) },
  }
}

async function linkContent(
  tx: Query,
  by: MemberActor,
  { kind, requestId }: Extract<ChatNotice, { kind: 'linkAsked' | 'memberLinked' }>,
): Promise<ChatNoteContent | null> {
  const [request] = await tx
    .select()
    .from(linkRequests)
    .where(and(eq(linkRequests.id, requestId), eq(linkRequests.firmId, by.firmId)))
  if (!request) return null
  const member = (await memberName(tx, request.memberId)) ?? ''
  const decidedBy = await memberName(tx, request.decidedBy)
  if (kind === 'memberLinked') {
    const { name: firm } = await firmOf(tx, by.firmId)
    return { kind, member, firm, by: decidedBy }
  }
  const { chatName, tenant, userId, decision } = request
  return { kind, requestId, member, chatName, chatUser: { tenant, userId }, decision, decidedBy }
}

async function takenContent(
  tx: Query,
  by: MemberActor,
  { fromId, matterIds, count }: Extract<ChatNotice, { kind: 'mattersTaken' }>,
): Promise<ChatNoteContent | null> {
  const taken = await tx
    .select({ matter: matters })
    .from(matters)
    .innerJoin(
      responsibles,
      and(eq(responsibles.matterId, matters.id), eq(responsibles.memberId, by.memberId)),
    )
    .where(and(inArray(matters.id, matterIds), eq(matters.firmId, by.firmId)))
    .orderBy(asc(matters.id))
  const left = count - (matterIds.length - taken.length)
  if (left <= 0) return null
  const from = (await memberName(tx, fromId)) ?? ''
  return { kind: 'mattersTaken', from, matters: taken.map(({ matter }) => matterInNote(matter)), count: left }
}

async function heldContent(tx: Query, by: MemberActor, linkId: string): Promise<ChatNoteContent | null> {
  const [found] = await tx
    .select({ link: matterChannels, matter: matters })
    .from(matterChannels)
    .innerJoin(matters, eq(matters.id, matterChannels.matterId))
    .where(and(eq(matterChannels.id, linkId), eq(matterChannels.firmId, by.firmId)))
  if (!found?.link.heldBecause) return null
  const { channel, heldBecause: because } = found.link
  return { kind: 'channelHeld', matter: matterInNote(found.matter), channel, because }
}
