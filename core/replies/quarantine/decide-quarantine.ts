import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { files, inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { indexClient } from '../../clients/client-words.ts'
import { clientsWriting } from '../../clients/recipients.ts'
import { reviveAddresses } from '../../clients/revive-addresses.ts'
import { NotFound } from '../../errors.ts'
import { firstTime } from '../../first-time.ts'
import { newId } from '../../ids.ts'
import { audienceOf } from '../../matters/audience.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import { requestFor } from '../../requests/request-for.ts'
import { applyReply } from '../apply-reply.ts'
import type { OnBehalf } from '../arrival.ts'
import { bundleOf } from '../inbound/find-match.ts'
import { memberWriting } from '../inbound/member-writing.ts'
import { revokeAddresses } from '../inbound/revoke-addresses.ts'
import { tellOfDecision } from './quarantine.ts'
import type { Inbound } from '../receive-reply.ts'
import { isOfClient, isPlaceable } from './unmatched.ts'
import { waitingMail } from './waiting-mail.ts'
import { wantsNoReminders } from '../understood/reply-wishes.ts'

export type DecideQuarantine = {
  by: MemberActor
  inboundId: string
  /** Of what was matched to nothing: whose it is, and which request it answers. */
  place?: { requestId: string; clientId: string }
  decision: 'accepted' | 'accepted_and_added' | 'discarded'
  interaction?: string
}

/**
 * A mail that waited has its effect as if its sender had been proven, with the address added to the client's profile if
 * wished, or is discarded. Throws AlreadyDecided when somebody was faster; NotFound, too, when it was never matched.
 */
export async function decideQuarantine(office: Office, wish: DecideQuarantine): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await memberActing(tx, wish.by)
    const found = await waitingMail(tx, by, wish.inboundId)
    const inbound = wish.place ? await placed(tx, by, found, wish.place) : found
    const decided = { decision: wish.decision, decidedBy: wish.by.memberId, decidedAt: office.clock() }
    const state =
      wish.decision === 'discarded' ? ('discarded' as const) : await accept(office, tx, inbound, wish)
    await tx
      .update(inboundMessages)
      .set({ ...decided, state, stateAt: office.clock() })
      .where(eq(inboundMessages.id, inbound.id))
    await announce(office, tx, {
      kind: 'quarantineDecided',
      by,
      matterId: inbound.matterId,
      clientId: inbound.clientId,
      subjectId: inbound.id,
      facts: { decision: wish.decision },
      tell: await tellOfDecision(office, tx, found, inbound),
    })
  })
  office.wake('outbox')
}

/** The mail is about that request, as if it had come to its reply address. Throws NotFound. */
async function placed(
  tx: Tx,
  by: MemberActor,
  inbound: Inbound,
  { requestId, clientId }: NonNullable<DecideQuarantine['place']>,
): Promise<Inbound> {
  if (!isPlaceable(inbound)) throw new NotFound()
  const { request, matter } = await requestFor(tx, by, requestId)
  const audience = await audienceOf(tx, matter.id, request.id)
  if (!audience.some((client) => client.clientId === clientId)) throw new NotFound()
  if (isOfClient(inbound)) {
    const writing = await clientsWriting(tx, matter.id, inbound.fromAddress ?? '')
    if (!writing.includes(clientId)) throw new NotFound()
  }
  const ties = { matterId: matter.id, requestId: request.id, clientId }
  await tx.update(inboundMessages).set(ties).where(eq(inboundMessages.id, inbound.id))
  await tx.update(files).set({ matterId: matter.id, clientId }).where(eq(files.inboundId, inbound.id))
  return { ...inbound, ...ties, state: 'quarantined' }
}

async function accept(
  office: Office,
  tx: Tx,
  inbound: Inbound,
  wish: Pick<DecideQuarantine, 'by' | 'decision'>,
) {
  if (inbound.state !== 'quarantined' || !inbound.clientId) throw new NotFound()
  const fromMember = inbound.quarantineReason === 'from_member'
  if (wish.decision === 'accepted_and_added' && inbound.fromAddress && !fromMember) {
    await addAddress(office, tx, inbound.clientId, inbound.firmId ?? '', inbound.fromAddress)
  }
  const requestIds = inbound.requestId
    ? [inbound.requestId]
    : inbound.matterId
      ? []
      : await bundleOf(tx, inbound.clientId)
  const writtenText = inbound.said?.nothing ? '' : (inbound.writtenText ?? '')
  return applyReply(office, tx, {
    inbound,
    clientId: inbound.clientId,
    fromAddress: inbound.fromAddress,
    requestIds,
    writtenText,
    wholeText: null,
    ...(fromMember ? { onBehalf: await broughtBy(tx, inbound, wish.by) } : {}),
    stopReminding: inbound.kind === 'reply' && !fromMember && wantsNoReminders(writtenText),
  })
}

async function broughtBy(tx: Tx, inbound: Inbound, by: MemberActor): Promise<OnBehalf> {
  const sender = await memberWriting(tx, by.firmId, inbound.fromAddress)
  return { by: sender?.id ?? by.memberId, road: 'mail' }
}

async function addAddress(office: Office, tx: Tx, clientId: string, firmId: string, email: string) {
  const [client] = await tx.select({ email: clients.email }).from(clients).where(eq(clients.id, clientId))
  await reviveAddresses(tx, firmId, [email])
  if (client?.email === email) return
  const now = office.clock()
  await tx
    .insert(additionalEmails)
    .values({ id: newId(now), firmId, clientId, email, createdAt: now })
    .onConflictDoNothing()
  await indexClient(tx, clientId)
  await revokeAddresses(office, tx, clientId)
}
