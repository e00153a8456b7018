import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { chatMessages, events } from '#db/schema/delivery.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { firmOf, type Firm } from '../../firms/firm.ts'
import { chatsTo } from '../../members/chats-to.ts'
import { membersToTell } from '../../members/members-to-tell.ts'
import type { Office } from '../../office.ts'
import { addBusinessDays } from '../../reminders/calendar/business-days.ts'
import { instantAt } from '../../reminders/calendar/zoned-time.ts'
import { dayOf } from '../../words/format.ts'
import type { Inbound } from '../receive-reply.ts'
import { tellWaiting, type Answered } from './tell-waiting.ts'
import { isPlaceable, reasonsToPlace } from './unmatched.ts'

/** So long a member has, before the client learns that their mail may be waiting. */
const hoursBeforeClient = 4
/** Of what has waited so many days already, such as before anybody watched, nobody is told any more. */
const mostDays = 14
const atOnce = 200
const waitingStates = ['quarantined', 'unmatched', 'unreadable'] satisfies Inbound['state'][]
/** So many are put before the admins in a day; what is over stands in the list of what is pending. */
const mostADay = 20
/** And so many of those that are about nothing of ours: anybody can send them. */
const mostOfStrangersADay = 5

/**
 * Of mails that nobody has decided about: after some hours the client is told, at their own address, once for a request or
 * for news and once a day for a bundle; after a business day of the firm the admins are, also of what was matched to nothing or
 * cannot be read. Safe to run at any time and by several processes. Returns the number of tellings.
 */
export async function watchQuarantine(office: Office): Promise<number> {
  const before = new Date(office.clock().getTime() - hoursBeforeClient * 3_600_000)
  const since = new Date(office.clock().getTime() - mostDays * 24 * 3_600_000)
  const waiting = await office.db.read
    .select({ id: inboundMessages.id })
    .from(inboundMessages)
    .where(
      and(
        inArray(inboundMessages.state, waitingStates),
        isNotNull(inboundMessages.firmId),
        lte(inboundMessages.receivedAt, before),
        gt(inboundMessages.receivedAt, since),
        or(isNull(inboundMessages.clientToldAt), isNull(inboundMessages.escalatedAt)),
      ),
    )
    // Many that are only to be told to the admins, after a weekend, hold up none that came since.
    .orderBy(isNotNull(inboundMessages.clientToldAt), asc(inboundMessages.receivedAt))
    .limit(atOnce)
  let told = 0
  for (const { id } of waiting) told += await write(office.db, (tx) => watch(office, tx, id))
  if (told > 0) office.wake('outbox')
  return told
}

async function watch(office: Office, tx: Tx, inboundId: string): Promise<number> {
  const [inbound] = await tx
    .select()
    .from(inboundMessages)
    .where(and(eq(inboundMessages.id, inboundId), inArray(inboundMessages.state, waitingStates)))
  if (!inbound?.firmId) return 0
  const firm = await firmOf(tx, inbound.firmId)
  let told = 0
  if (inbound.clientToldAt === null) told += await tellClient(office, tx, inbound)
  if (inbound.escalatedAt === null && isOverdue(inbound.receivedAt, firm, office.clock()))
    told += await tellAdmins(office, tx, inbound, firm)
  return told
}

async function tellClient(office: Office, tx: Tx, inbound: Inbound): Promise<number> {
  const clientToldAt = office.clock()
  await tx.update(inboundMessages).set({ clientToldAt }).where(eq(inboundMessages.id, inbound.id))
  const { state, quarantineReason: reason } = inbound
  const answered = answeredBy(inbound)
  // What a member forwarded, or a machine sent, is no mail the client asks themselves about.
  if (state !== 'quarantined' || reason === 'automatic_with_files' || reason === 'from_member') return 0
  if (!answered) return 0
  // A bundle is for all that is ever asked.
  const once = answered.kind === 'bundle' ? `waiting:${clientToldAt.toISOString().slice(0, 10)}` : 'waiting'
  return (await tellWaiting(office, tx, inbound, { answered, once })) ? 1 : 0
}

function answeredBy({ requestId, newsId, matterId, clientId }: Inbound): Answered | null {
  if (requestId) return { kind: 'request', subjectId: requestId }
  if (newsId) return { kind: 'news', subjectId: newsId }
  return clientId && !matterId ? { kind: 'bundle', subjectId: clientId } : null
}

async function tellAdmins(office: Office, tx: Tx, inbound: Inbound, firm: Firm): Promise<number> {
  const escalatedAt = office.clock()
  await tx.update(inboundMessages).set({ escalatedAt }).where(eq(inboundMessages.id, inbound.id))
  if (await roseEnough(tx, inbound, escalatedAt)) return 0
  const admins = await membersToTell(tx, firm.id, null, escalatedAt)
  await tellAnew(
    tx,
    inbound,
    admins.map((admin) => admin.memberId),
  )
  await announce(office, tx, {
    kind: 'quarantineEscalated',
    by: { kind: 'system', firmId: firm.id },
    matterId: inbound.matterId,
    clientId: inbound.clientId,
    subjectId: inbound.id,
    tell: chatsTo(admins, {
      notice: { kind: 'mailQuarantined', inboundId: inbound.id },
      matterId: inbound.matterId,
      subjectId: inbound.id,
      direct: true,
    }),
  })
  return 1
}

// A message that is only brought up to date where it stands calls nobody.
async function tellAnew(tx: Tx, inbound: Inbound, memberIds: (string | null)[]): Promise<void> {
  const theirs = memberIds.filter((id) => id !== null)
  if (theirs.length === 0) return
  await tx
    .delete(chatMessages)
    .where(
      and(
        eq(chatMessages.subjectId, inbound.id),
        eq(chatMessages.noticeKind, 'mailQuarantined'),
        inArray(chatMessages.memberId, theirs),
      ),
    )
}

// Whoever knows a reply address can send any number of mails that wait, and whoever knows none can as well.
async function roseEnough(tx: Tx, inbound: Inbound, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - 24 * 3_600_000)
  const { matterId, clientId, quarantineReason } = inboundMessages
  const ofStrangers = and(
    isNull(matterId),
    isNull(clientId),
    or(isNull(quarantineReason), notInArray(quarantineReason, reasonsToPlace)),
  )
  const isStrangers = inbound.matterId === null && inbound.clientId === null && !isPlaceable(inbound)
  const [rose] = await tx
    .select({ number: sql<number>`count(*)`.as('number') })
    .from(events)
    .innerJoin(inboundMessages, eq(inboundMessages.id, events.subjectId))
    .where(
      and(
        eq(events.firmId, inbound.firmId ?? ''),
        eq(events.kind, 'quarantineEscalated'),
        gt(events.at, since),
        isStrangers ? ofStrangers : sql`not ${ofStrangers}`,
      ),
    )
  return Number(rose?.number ?? 0) >= (isStrangers ? mostOfStrangersADay : mostADay)
}

// The same hour of the firm's next business day.
function isOverdue(since: Date, firm: Firm, now: Date): boolean {
  const { timeZone } = firm
  const day = dayOf(since, timeZone)
  const hours = (since.getTime() - instantAt(day, 0, timeZone).getTime()) / 3_600_000
  const next = addBusinessDays(day, 1, firm)
  return now.getTime() >= instantAt(next, 0, timeZone).getTime() + hours * 3_600_000
}
