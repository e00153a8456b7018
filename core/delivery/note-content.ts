import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients, corrections, deadAddresses } from '#db/schema/clients.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { events, outbox } from '#db/schema/delivery.ts'
import { linkRequests, members } from '#db/schema/firms.ts'
import { matterChannels, matters, responsibles } from '#db/schema/matters.ts'
import { files, inboundMessages } from '#db/schema/replies.ts'
import { clientsAt } from '../clients/clients-at.ts'
import { needsPreview } from '../documents/kinds.ts'
import { fileUrl } from '../files/file-pass.ts'
import { firmOf } from '../firms/firm.ts'
import { maySee } from '../matters/matter-for.ts'
import { matterInNote } from '../matters/who-is-told.ts'
import { pendingWork } from '../matters/pending.ts'
import type { MemberActor } from '../members/actor.ts'
import type { ChatNotice } from '../notices.ts'
import type { Office } from '../office.ts'
import { remindedAt } from '../reminders/reminded.ts'
import { answersTo } from '../replies/messages/answer-given.ts'
import { originalUrl } from '../replies/original/original-url.ts'
import { placesOfClient, suggestedOf } from '../replies/quarantine/places-of-client.ts'
import { isOfClient, isPlaceable, isTheirs } from '../replies/quarantine/unmatched.ts'
import { itemsOf } from '../requests/items-of.ts'
import { isLive, isWanted } from '../requests/request.ts'
import { arrivalContent } from './arrival-content.ts'
import { expiringContent } from './expiring-content.ts'
import { goneFiles } from './gone-files.ts'
import { mailboxContent } from './mailbox-content.ts'
import { passwordContent } from './password-content.ts'
import { turnedContent } from './turned-content.ts'
import { unconfirmedContent, unconfirmedRequestContent } from './unconfirmed-content.ts'
import type { ChatNoteContent, FileInNote, MatterInNote } from './chat-note.ts'

type FileRow = typeof files.$inferSelect
const excerpt = 600

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

async function messageContent(
  office: Office,
  tx: Query,
  by: MemberActor,
  inboundId: string,
): Promise<ChatNoteContent | null> {
  const inbound = await inboundOf(tx, inboundId)
  if (!inbound) return null
  return {
    kind: 'messageArrived',
    inboundId: inbound.id,
    matter: await matterIn(tx, inbound.matterId),
    client: (await clientName(tx, inbound.clientId)) ?? '',
    from: inbound.fromAddress,
    wrote: shortened(inbound.writtenText) ?? '',
    originalUrl: originalUrl(office, inbound, by.memberId),
    files: await filesOfMail(office, tx, by, inbound.id),
    gone: await goneFiles(tx, [inbound.id]),
    about: inbound.newsId ? 'news' : 'request',
    said: await whatItSaid(tx, inbound),
    answers: await answersTo(tx, inbound.id),
    answerable: inbound.clientId !== null,
  }
}

async function whatItSaid(tx: Query, { said }: typeof inboundMessages.$inferSelect) {
  const promised = said?.promised ?? null
  if (!said?.lacking) return { promised, lacking: null }
  const [item] = await tx
    .select()
    .from(requestItems)
    .where(and(eq(requestItems.id, said.lacking.itemId ?? ''), isNull(requestItems.removedAt)))
  return {
    promised,
    lacking: { item: item ? { id: item.id, title: item.title, isWanted: isWanted(item) } : null },
  }
}

async function quarantineContent(
  office: Office,
  tx: Query,
  by: MemberActor,
  inboundId: string,
): Promise<ChatNoteContent | null> {
  const inbound = await inboundOf(tx, inboundId)
  if (!inbound?.quarantineReason || !(await isTheirs(tx, by, inbound))) return null
  // Where a member placed it, not everybody who was asked may see.
  const seen = await seesMatter(tx, by, inbound.matterId)
  const [request] =
    inbound.requestId && seen
      ? await tx
          .select({ id: requests.id, title: requests.title })
          .from(requests)
          .where(eq(requests.id, inbound.requestId))
      : []
  const suggested = inbound.decision === null ? suggestedOf(await placesOfClient(tx, by, inbound)) : null
  return {
    kind: 'mailQuarantined',
    inboundId: inbound.id,
    matter: seen ? await matterIn(tx, inbound.matterId) : null,
    client: seen ? await whoseMail(tx, by, inbound) : null,
    request: request ?? null,
    from: inbound.fromAddress ?? '',
    fromName: inbound.fromName,
    mailSubject: inbound.subject ?? '',
    reason: inbound.quarantineReason,
    wrote: shortened(inbound.writtenText),
    originalUrl: seen ? originalUrl(office, inbound, by.memberId) : null,
    files: await filesOfMail(office, tx, by, inbound.id),
    decision: inbound.decision,
    decidedBy: await memberName(tx, inbound.decidedBy),
    acceptable:
      inbound.clientId !== null && !['unreadable', 'too_large'].includes(inbound.quarantineReason ?? ''),
    placeable: inbound.decision === null && isPlaceable(inbound),
    suggestion: suggested && { title: suggested.title, reference: suggested.matter.reference },
    forwarded: inbound.quarantineReason === 'from_member' ? { from: inbound.forwardedFrom } : null,
  }
}

/** Of a mail that was matched to nothing, the clients whose address it comes from. */
async function whoseMail(
  tx: Query,
  by: MemberActor,
  inbound: typeof inboundMessages.$inferSelect,
): Promise<string | null> {
  if (!isOfClient(inbound)) return clientName(tx, inbound.clientId)
  const writing = await clientsAt(tx, by, inbound.fromAddress ?? '')
  return writing.map(({ name }) => name).join(', ') || null
}

async function seesMatter(tx: Query, by: MemberActor, matterId: string | null): Promise<boolean> {
  const [matter] = await tx
    .select()
    .from(matters)
    .where(eq(matters.id, matterId ?? ''))
  return !matter || maySee(tx, by, matter)
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

async function inboundOf(tx: Query, inboundId: string) {
  const [inbound] = await tx.select().from(inboundMessages).where(eq(inboundMessages.id, inboundId))
  return inbound
}

async function matterIn(tx: Query, matterId: string | null): Promise<MatterInNote | null> {
  if (matterId === null) return null
  const [matter] = await tx.select().from(matters).where(eq(matters.id, matterId))
  return matter ? matterInNote(matter) : null
}

async function clientName(tx: Query, clientId: string | null): Promise<string | null> {
  const [client] = await tx
    .select({ name: clients.name })
    .from(clients)
    .where(eq(clients.id, clientId ?? ''))
  return client?.name ?? null
}

async function memberName(tx: Query, memberId: string | null): Promise<string | null> {
  const [member] = await tx
    .select({ name: members.name })
    .from(members)
    .where(eq(members.id, memberId ?? ''))
  return member?.name ?? null
}

async function filesOfMail(
  office: Office,
  tx: Query,
  by: MemberActor,
  inboundId: string,
): Promise<FileInNote[]> {
  const rows = await tx
    .select()
    .from(files)
    .where(and(eq(files.inboundId, inboundId), isNull(files.purgedAt)))
    .orderBy(asc(files.id))
  return rows.map((file) => fileInNote(office, by, file))
}

/** A file as chat speaks of it: a link that opens it with the member's rights, never its bytes. */
export function fileInNote(office: Office, by: MemberActor, file: FileRow): FileInNote {
  const { id, name, size, type, flag } = file
  const held = file.heldBecause
  const url = held ? '' : fileUrl(office, id, by.memberId)
  const viewUrl = url && needsPreview(type) ? `${url}&view` : null
  return { id, name, size, type, flag, held, url, viewUrl, contents: file.contents }
}

/** A text shortened for chat; null when there is none. */
export function shortened(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '') return null
  return trimmed.length > excerpt ? `${trimmed.slice(0, excerpt).toWellFormed().trimEnd()}…` : trimmed
}
