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
import { addressesFor, replyAddressFor, type ReplyAddresses } from './replies/inbound/reply-address-for.ts'

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
  const tell = what.tell ?? []
  const [tellings, addresses] = await Promise.all([
    tellInChannels(tx, event.firmId, tell),
    addressesFor(tx, tell.flatMap(answersTo)),
  ])
  const about = { office, tx, firmId: event.firmId, eventId, addresses }
  const rows: Row[] = []
  for (const telling of tellings) rows.push(...(await rowsOf(about, telling)))
  await queue(tx, rows)
  return eventId
}

type About = { office: Office; tx: Tx; firmId: string; eventId: string; addresses: ReplyAddresses }
type Row = typeof outbox.$inferInsert

async function rowsOf(about: About, telling: Telling): Promise<Row[]> {
  if (telling.channel === 'mail') return [await mailRow(about, telling)]
  return telling.channel === 'push' ? pushRows(about, telling) : chatRows(about, telling)
}

// What nobody can answer needs no address.
function answersTo(telling: Telling): string[] {
  return telling.channel === 'mail' && telling.replyTo ? [telling.replyTo.subjectId] : []
}

const writeEvents = inserting(events)
/** What was told already, by its key, is not told twice. */
const queue = inserting(outbox, { unlessThere: true })

function actorId(by: Actor): string | null {
  if (by.kind === 'member') return by.memberId
  return by.kind === 'client' ? by.clientId : null
}

async function mailRow(
  { office, tx, firmId, eventId, addresses }: About,
  telling: MailTelling,
): Promise<Row> {
  const { notice, to, replyTo } = telling
  const row = rowOf(office, firmId, eventId, telling, to.email)
  const { clientId, email } = to
  const wanted =
    replyTo && clientId ? { firmId, clientId, matterId: telling.matterId, email, ...replyTo } : null
  return {
    ...row,
    channel: 'mail',
    dedupeKey: `${telling.once ?? eventId}:${notice.kind}:mail:${email}`,
    locale: to.locale,
    clientId,
    accessId: telling.accessId ?? null,
    memberId: telling.memberId ?? null,
    replyAddressId: wanted && (await replyAddressFor(office, tx, wanted, addresses)),
    orderKey: telling.thread && `mail:${telling.thread}:${email}`,
    threadKey: telling.thread && `${telling.matterId ?? telling.thread}:${clientId}:${email}`,
    messageId: `<${row.id}@${mailDomain(office)}>`,
    inReplyTo: telling.inReplyTo ?? null,
    dueAt: telling.at ?? row.createdAt,
  }
}

function chatRows({ office, firmId, eventId }: About, telling: ChatTelling): Row[] {
  const { notice, to } = telling
  return to.identities.map(({ platform, tenant, userId }) => {
    const recipient = `${tenant}:${userId}`
    const key = telling.once ?? `${eventId}:${telling.subjectId}`
    return {
      ...rowOf(office, firmId, eventId, telling, recipient),
      channel: platform,
      dedupeKey: `${key}:${notice.kind}:${platform}:${recipient}`,
      locale: to.locale,
      memberId: to.memberId,
      orderKey: `${platform}:${recipient}:${telling.thread ?? telling.subjectId}`,
      threadKey: telling.thread ? `${platform}:${telling.thread}:${recipient}` : null,
    }
  })
}

async function pushRows({ office, tx, firmId, eventId }: About, telling: PushTelling): Promise<Row[]> {
  const phones = await phonesToTell(tx, firmId, telling)
  return phones.map(({ subscriptionId, accessId, clientId, locale }) => {
    const row = rowOf(office, firmId, eventId, telling, subscriptionId)
    return {
      ...row,
      channel: 'push' as const,
      dedupeKey: `${eventId}:${telling.notice.kind}:push:${subscriptionId}`,
      locale,
      clientId,
      accessId,
      dueAt: telling.at ?? row.createdAt,
    }
  })
}

/** What stands in the row of whatever is told. */
function rowOf(office: Office, firmId: string, eventId: string, telling: Telling, recipient: string) {
  const now = office.clock()
  return {
    id: newId(now),
    firmId,
    notice: telling.notice,
    noticeKind: telling.notice.kind,
    recipient,
    matterId: telling.matterId,
    subjectId: telling.subjectId,
    eventId,
    state: 'queued' as const,
    dueAt: now,
    attempts: 0,
    createdAt: now,
  }
}

function mailDomain(office: Office): string {
  return office.config.mail?.replyAddress.split('@')[1] ?? 'despacho.invalid'
}
