import type { Tx } from '#db/database.ts'
import { events, outbox } from '#db/schema/delivery.ts'
import { inserting } from '#db/inserting.ts'
import type { EventKind } from './event-kinds.ts'
import { newId } from './ids.ts'
import { tellInChannels } from './matters/channels/tell-in-channel.ts'
import type { Actor } from './members/actor.ts'
import type { ChatTelling, MailTelling, PushTelling, Telling } from './notices.ts'
import type { Office } from './office.ts'
import { phonesToTell } from './push/phones-to-tell.ts'
import { replyAddressFor } from './replies/inbound/reply-address-for.ts'

export type Announcement = {
  kind: EventKind
  by: Actor
  matterId?: string | null
  clientId?: string | null
  subjectId?: string | null
  facts?: Record<string, unknown>
  tell?: Telling[]
}

/**
 * Writes what happened, and what is to be told to whom, in the caller's transaction: either all of it becomes true or none.
 * Returns the event's id. Nothing is sent here; whoever delivers the outbox does that.
 */
export async function announce(office: Office, tx: Tx, what: Announcement): Promise<string> {
  const now = office.clock()
  const eventId = newId(now)
  const event = {
    id: eventId,
    firmId: what.by.firmId,
    at: now,
    kind: what.kind,
    actorKind: what.by.kind,
    actorId: actorId(what.by),
    matterId: what.matterId ?? null,
    clientId: what.clientId ?? null,
    subjectId: what.subjectId ?? null,
    facts: what.facts ?? {},
  }
  await writeEvents(tx, [event])
  for (const telling of await tellInChannels(tx, what.by.firmId, what.tell ?? [])) {
    if (telling.channel === 'mail') await queueMail(office, tx, what.by.firmId, eventId, telling)
    else if (telling.channel === 'push') await queuePush(office, tx, what.by.firmId, eventId, telling)
    else await queueChat(office, tx, what.by.firmId, eventId, telling)
  }
  return eventId
}

const writeEvents = inserting(events)
/** What was told already, by its key, is not told twice. */
const queue = inserting(outbox, { unlessThere: true })

function actorId(by: Actor): string | null {
  if (by.kind === 'member') return by.memberId
  return by.kind === 'client' ? by.clientId : null
}

async function queueMail(office: Office, tx: Tx, firmId: string, eventId: string, telling: MailTelling) {
  const now = office.clock()
  const { notice, to } = telling
  const id = newId(now)
  const replyAddressId =
    telling.replyTo && to.clientId
      ? await replyAddressFor(office, tx, {
          firmId,
          clientId: to.clientId,
          matterId: telling.matterId,
          email: to.email,
          ...telling.replyTo,
        })
      : null
  await queue(tx, [
    {
      id,
      firmId,
      dedupeKey: `${telling.once ?? eventId}:${notice.kind}:mail:${to.email}`,
      channel: 'mail',
      notice,
      noticeKind: notice.kind,
      locale: to.locale,
      recipient: to.email,
      clientId: to.clientId,
      accessId: telling.accessId ?? null,
      memberId: telling.memberId ?? null,
      matterId: telling.matterId,
      subjectId: telling.subjectId,
      eventId,
      replyAddressId,
      orderKey: telling.thread && `mail:${telling.thread}:${to.email}`,
      threadKey: telling.thread && `${telling.thread}:${to.clientId}:${to.email}`,
      messageId: `<${id}@${mailDomain(office)}>`,
      inReplyTo: telling.inReplyTo ?? null,
      state: 'queued',
      dueAt: telling.at ?? now,
      attempts: 0,
      createdAt: now,
    },
  ])
}

async function queueChat(office: Office, tx: Tx, firmId: string, eventId: string, telling: ChatTelling) {
  const now = office.clock()
  const { notice, to } = telling
  for (const { platform, tenant, userId } of to.identities) {
    const recipient = `${tenant}:${userId}`
    await queue(tx, [
      {
        id: newId(now),
        firmId,
        dedupeKey: `${telling.once ?? `${eventId}:${telling.subjectId}`}:${notice.kind}:${platform}:${recipient}`,
        channel: platform,
        notice,
        noticeKind: notice.kind,
        locale: to.locale,
        recipient,
        memberId: to.memberId,
        matterId: telling.matterId,
        subjectId: telling.subjectId,
        eventId,
        orderKey: `${platform}:${recipient}:${telling.thread ?? telling.subjectId}`,
        threadKey: telling.thread ? `${platform}:${telling.thread}:${recipient}` : null,
        state: 'queued',
        dueAt: now,
        attempts: 0,
        createdAt: now,
      },
    ])
  }
}

async function queuePush(office: Office, tx: Tx, firmId: string, eventId: string, telling: PushTelling) {
  const now = office.clock()
  const { notice } = telling
  for (const phone of await phonesToTell(tx, firmId, telling)) {
    const { subscriptionId, accessId, clientId, locale } = phone
    await queue(tx, [
      {
        id: newId(now),
        firmId,
        dedupeKey: `${eventId}:${notice.kind}:push:${subscriptionId}`,
        channel: 'push',
        notice,
        noticeKind: notice.kind,
        locale,
        recipient: subscriptionId,
        clientId,
        accessId,
        matterId: telling.matterId,
        subjectId: telling.subjectId,
        eventId,
        state: 'queued',
        dueAt: telling.at ?? now,
        attempts: 0,
        createdAt: now,
      },
    ])
  }
}

function mailDomain(office: Office): string {
  return office.config.mail?.replyAddress.split('@')[1] ?? 'despacho.invalid'
}
