import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import type { inboundMessages } from '#db/schema/replies.ts'
import { clientsAt } from '../clients/clients-at.ts'
import { maySee } from '../matters/matter-for.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { answersTo } from '../replies/messages/answer-given.ts'
import { originalInSight } from '../replies/original/original-url.ts'
import { placesOfClient, suggestedOf } from '../replies/quarantine/places-of-client.ts'
import { isOfClient, isPlaceable, isTheirs } from '../replies/quarantine/unmatched.ts'
import { isWanted } from '../requests/request.ts'
import type { ChatNoteContent } from './chat-note.ts'
import { goneFiles } from './gone-files.ts'
import { clientName, filesOfMail, inboundOf, matterIn, memberName, shortened } from './in-note.ts'

/** What a client wrote that answers no request, or says more than it answers. */
export async function messageContent(
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
    originalUrl: await originalInSight(office, tx, by, inbound),
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

/** A mail that waits for a member's word, as far as it is this member's business. */
export async function quarantineContent(
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
    originalUrl: seen ? await originalInSight(office, tx, by, inbound) : null,
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
