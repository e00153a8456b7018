import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { events } from '#db/schema/delivery.ts'
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
import { tellWaiting } from './tell-waiting.ts'
import { reasonsToPlace } from './unmatched.ts'

/** So long a member has, before the client learns that their mail may be waiting. */
const hoursBeforeClient = 4
/** Of what has waited so many days already, such as before anybody watched, nobody is told any more. */
const mostDays = 14
const atOnce = 200
/** So many are put before the admins in a day; what is over stands in the list of what is pending. */
const mostADay = 20

const { state, quarantineReason } = inboundMessages
const waits = or(
  eq(state, 'quarantined'),
  and(eq(state, 'unmatched'), inArray(quarantineReason, reasonsToPlace)),
)

/**
 * Of mails about a matter, or that a member may place in one, about which nobody has decided: after some hours the client's
 * own address is told, once for a request it is about; after a business day of the firm the admins are. Safe to run at any
 * time and by several processes. Returns the number of tellings.
 */
export async function watchQuarantine(office: Office): Promise<number> {
  const before = new Date(office.clock().getTime() - hoursBeforeClient * 3_600_000)
  const since = new Date(office.clock().getTime() - mostDays * 24 * 3_600_000)
  const waiting = await office.db.read
    .select({ id: inboundMessages.id })
    .from(inboundMessages)
    .where(
      and(
        waits,
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
    .where(and(eq(inboundMessages.id, inboundId), waits))
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
  const { requestId, quarantineReason: reason } = inbound
  // What a member forwarded, or a machine sent, is no mail the client asks themselves about.
  if (!requestId || reason === 'automatic_with_files' || reason === 'from_member') return 0
  return (await tellWaiting(office, tx, inbound, { requestId, once: 'waiting' })) ? 1 : 0
}

async function tellAdmins(office: Office, tx: Tx, inbound: Inbound, firm: Firm): Promise<number> {
  const escalatedAt = office.clock()
  await tx.update(inboundMessages).set({ escalatedAt }).where(eq(inboundMessages.id, inbound.id))
  if (await roseEnough(tx, firm.id, escalatedAt)) return 0
  const admins = await membersToTell(tx, firm.id, null, escalatedAt)
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

// Whoever knows a reply address can send any number of mails that wait.
async function roseEnough(tx: Tx, firmId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - 24 * 3_600_000)
  const [rose] = await tx
    .select({ number: sql<number>`count(*)`.as('number') })
    .from(events)
    .where(and(eq(events.firmId, firmId), eq(events.kind, 'quarantineEscalated'), gt(events.at, since)))
  return Number(rose?.number ?? 0) >= mostADay
}

// The same hour of the firm's next business day.
function isOverdue(since: Date, firm: Firm, now: Date): boolean {
  const { timeZone } = firm
  const day = dayOf(since, timeZone)
  const hours = (since.getTime() - instantAt(day, 0, timeZone).getTime()) / 3_600_000
  const next = addBusinessDays(day, 1, firm)
  return now.getTime() >= instantAt(next, 0, timeZone).getTime() + hours * 3_600_000
}
