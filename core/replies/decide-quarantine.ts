import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { members } from '#db/schema/firms.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { indexClient } from '../clients/client-words.ts'
import { reviveAddresses } from '../clients/revive-addresses.ts'
import { AlreadyDecided, NotFound } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import { newId } from '../ids.ts'
import { matterFor } from '../matters/matter-for.ts'
import type { MemberActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { applyReply } from './apply-reply.ts'
import { bundleOf } from './find-match.ts'
import { tellOfQuarantine } from './quarantine.ts'
import type { Inbound } from './receive-reply.ts'
import { wantsNoReminders } from './reply-wishes.ts'

export type DecideQuarantine = {
  by: MemberActor
  inboundId: string
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
    const inbound = await waiting(tx, by, wish)
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
      tell: await tellOfQuarantine(office, tx, inbound),
    })
  })
  office.wake('outbox')
}

async function waiting(tx: Tx, by: MemberActor, wish: DecideQuarantine): Promise<Inbound> {
  const [inbound] = await tx
    .select()
    .from(inboundMessages)
    .where(and(eq(inboundMessages.id, wish.inboundId), eq(inboundMessages.firmId, wish.by.firmId)))
  if (!inbound) throw new NotFound()
  if (inbound.matterId) await matterFor(tx, by, inbound.matterId)
  if (inbound.state === 'quarantined' || inbound.state === 'unmatched' || inbound.state === 'unreadable')
    return inbound
  const [member] = await tx
    .select({ name: members.name })
    .from(members)
    .where(eq(members.id, inbound.decidedBy ?? ''))
  throw new AlreadyDecided(member?.name ?? '', inbound.decision ?? inbound.state)
}

async function accept(office: Office, tx: Tx, inbound: Inbound, wish: DecideQuarantine) {
  if (inbound.state !== 'quarantined' || !inbound.clientId) throw new NotFound()
  if (wish.decision === 'accepted_and_added' && inbound.fromAddress) {
    await addAddress(office, tx, inbound.clientId, inbound.firmId ?? '', inbound.fromAddress)
  }
  const requestIds = inbound.requestId
    ? [inbound.requestId]
    : inbound.matterId
      ? []
      : await bundleOf(tx, inbound.clientId)
  return applyReply(office, tx, {
    inbound,
    clientId: inbound.clientId,
    fromAddress: inbound.fromAddress,
    requestIds,
    writtenText: inbound.writtenText ?? '',
    wholeText: null,
    stopReminding: inbound.kind === 'reply' && wantsNoReminders(inbound.writtenText ?? ''),
  })
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
}
