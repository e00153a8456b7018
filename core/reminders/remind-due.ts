import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { reminders } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { firmOf } from '../firms/firm.ts'
import { audienceOf } from '../matters/audience.ts'
import type { Actor } from '../members/actor.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { MailTelling, PushTelling, Telling } from '../notices.ts'
import type { Office } from '../office.ts'
import { itemsOfAll } from '../requests/items-of.ts'
import { isWanted, type Request } from '../requests/request.ts'
import { dayOf } from '../words/format.ts'
import { nextSendingTime } from './calendar/sending-hours.ts'
import { planNext } from './plan-reminders.ts'
import { answerWaits, noAnswerWaits } from './answer-waits.ts'
import { usualPolicy } from './policy.ts'

const atOnce = 200

/**
 * Every client with a reminder due is told once of all that is still wanted from them. Safe to run at any time, by several
 * processes, and again after being killed: a client's reminder and its next date are written together. Returns the number of clients told.
 */
export async function remindDue(office: Office): Promise<number> {
  const due = await office.db.read
    .selectDistinct({ clientId: reminders.clientId, firmId: reminders.firmId })
    .from(reminders)
    .where(lte(reminders.nextAt, office.clock()))
    .limit(atOnce)
  let told = 0
  for (const { clientId, firmId } of due) {
    if (await write(office.db, (tx) => remindClient(office, tx, firmId, clientId))) told += 1
  }
  if (due.length > 0) office.wake('outbox')
  return told
}

async function remindClient(office: Office, tx: Tx, firmId: string, clientId: string): Promise<boolean> {
  const due = await stillDue(office, tx, firmId, clientId)
  if (due.length === 0) return false
  const live = await remindable(office, tx, firmId, clientId)
  await dropSettled(
    tx,
    clientId,
    due.map((row) => row.requestId),
    live,
  )
  if (!live.some((request) => due.some((row) => row.requestId === request.id))) return false
  return tellReminder(office, tx, { kind: 'system', firmId }, clientId, live)
}

// What was planned under other hours, in another zone, or before the office was down for a night, waits for the next time
// at which a reminder may leave.
async function stillDue(office: Office, tx: Tx, firmId: string, clientId: string) {
  const now = office.clock()
  const planned = await tx
    .select({
      id: reminders.id,
      requestId: reminders.requestId,
      dueOn: requests.dueOn,
      urgentAt: requests.urgentAt,
      timeZone: clients.timeZone,
    })
    .from(reminders)
    .innerJoin(requests, eq(requests.id, reminders.requestId))
    .innerJoin(clients, eq(clients.id, reminders.clientId))
    .where(and(eq(reminders.clientId, clientId), lte(reminders.nextAt, now)))
  if (planned.length === 0) return []
  const { timeZone, country, region, closingDays, reminderPolicy } = await firmOf(tx, firmId)
  const hours = reminderPolicy ?? usualPolicy
  const due = []
  for (const { id, requestId, dueOn, urgentAt, timeZone: theirs } of planned) {
    const rules = { country, region, closingDays, hours, dueOn, urgent: urgentAt !== null }
    const nextAt = nextSendingTime(now, { ...rules, timeZone: theirs ?? timeZone })
    // A member has yet to say whether a mail that came is the answer: asking again meanwhile would be rude.
    const waits = await answerWaits(tx, requestId, clientId, now)
    if (waits)
      await tx
        .update(reminders)
        .set({ nextAt: tomorrow(now) })
        .where(eq(reminders.id, id))
    else if (nextAt > now) await tx.update(reminders).set({ nextAt }).where(eq(reminders.id, id))
    else due.push({ requestId })
  }
  return due
}

function tomorrow(now: Date): Date {
  return new Date(now.getTime() + 24 * 3_600_000)
}

/**
 * Live requests of unhidden matters that still want something from the client, soonest due first. One whose reminders have
 * ended, or that is snoozed, is not spoken of when another's reminder is due.
 */
async function remindable(office: Office, tx: Tx, firmId: string, clientId: string): Promise<Request[]> {
  const now = office.clock()
  const firm = await firmOf(tx, firmId)
  const [client] = await tx
    .select({ timeZone: clients.timeZone })
    .from(clients)
    .where(eq(clients.id, clientId))
  const today = dayOf(now, client?.timeZone ?? firm.timeZone)
  const isAwake = or(
    lte(reminders.nextAt, now),
    isNull(reminders.snoozedUntil),
    lte(reminders.snoozedUntil, today),
  )
  const rows = await tx
    .select({ request: requests })
    .from(reminders)
    .innerJoin(requests, eq(requests.id, reminders.requestId))
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .innerJoin(clients, eq(clients.id, reminders.clientId))
    .where(
      and(
        eq(reminders.clientId, clientId),
        isNotNull(reminders.nextAt),
        isAwake,
        noAnswerWaits(tx, now),
        isNull(reminders.stoppedAt),
        isNull(clients.remindersStoppedAt),
        isNull(clients.leftAt),
        inArray(requests.status, ['open', 'partial']),
        isNull(requests.deletedAt),
        isNull(matters.hiddenAt),
        isNull(matters.closedAt),
      ),
    )
    // Engines differ on where null sorts.
    .orderBy(sql`${requests.dueOn} is null`, asc(requests.dueOn), asc(requests.createdAt))
  const items = await itemsOfAll(
    tx,
    rows.map((row) => row.request.id),
  )
  return rows.map((row) => row.request).filter((request) => items.get(request.id)?.some(isWanted))
}

// What wants nothing at the moment is planned again when something is rejected, shown or added.
async function dropSettled(tx: Tx, clientId: string, dueIds: string[], live: Request[]) {
  const settled = dueIds.filter((id) => !live.some((request) => request.id === id))
  if (settled.length === 0) return
  await tx
    .update(reminders)
    .set({ nextAt: null })
    .where(and(eq(reminders.clientId, clientId), inArray(reminders.requestId, settled)))
}

/** Tells the client, at each address, of the requests it may know of; then plans the next reminder of each. */
export async function tellReminder(
  office: Office,
  tx: Tx,
  by: Actor,
  clientId: string,
  wanted: Request[],
): Promise<boolean> {
  const { firmId } = by
  const firm = await firmOf(tx, firmId)
  const now = office.clock()
  const silent = await stoppedAddresses(tx, clientId)
  const tell: Telling[] = await reminderMails(tx, clientId, wanted, silent)
  tell.push(...reminderPushes(clientId, wanted, silent))
  for (const request of wanted) {
    const mine = and(eq(reminders.requestId, request.id), eq(reminders.clientId, clientId))
    const [before] = await tx.select().from(reminders).where(mine)
    if (!before) continue
    await tx
      .update(reminders)
      .set({ sentCount: before.sentCount + 1, previousSentAt: before.lastSentAt, lastSentAt: now })
      .where(mine)
    const next = await planNext(office, tx, firm, request.id, clientId)
    if (next === null && before.nextAt !== null) {
      for (const to of await membersToTell(tx, firmId, request.matterId, now)) {
        const notice = { kind: 'remindersEnded', requestId: request.id, clientId } as const
        const { id, matterId } = request
        tell.push({ channel: 'chat', notice, to, matterId, subjectId: id, thread: id })
      }
    }
  }
  const matterIds = [...new Set(wanted.map((request) => request.matterId))]
  await announce(office, tx, {
    kind: 'reminderSent',
    by,
    matterId: matterIds.length === 1 ? matterIds[0] : null,
    clientId,
    facts: { requestIds: wanted.map((request) => request.id) },
    tell,
  })
  return tell.some((telling) => telling.channel === 'mail')
}

async function reminderMails(
  tx: Tx,
  clientId: string,
  wanted: Request[],
  silent: Set<string>,
): Promise<MailTelling[]> {
  const byEmail = new Map<string, { locale: MailTelling['to']['locale']; requests: Request[] }>()
  for (const request of wanted) {
    const client = (await audienceOf(tx, request.matterId, request.id)).find(
      (one) => one.clientId === clientId,
    )
    for (const email of client?.emails ?? []) {
      if (silent.has(email)) continue
      const letter = byEmail.get(email) ?? { locale: client?.locale ?? 'en', requests: [] }
      letter.requests.push(request)
      byEmail.set(email, letter)
    }
  }
  return [...byEmail].map(([email, { locale, requests: told }]) => {
    const only = told.length === 1 ? told[0] : undefined
    return {
      channel: 'mail',
      notice: { kind: 'reminder', requestIds: told.map((request) => request.id) },
      to: { email, clientId, locale },
      matterId: only?.matterId ?? null,
      subjectId: only?.id ?? clientId,
      replyTo: only ? { kind: 'request', subjectId: only.id } : { kind: 'bundle', subjectId: clientId },
      thread: only ? only.id : `reminders:${clientId}`,
    }
  })
}

function reminderPushes(clientId: string, wanted: Request[], silent: Set<string>): PushTelling[] {
  const [first, ...others] = wanted
  if (!first) return []
  const only = others.length === 0 ? first : null
  return [
    {
      channel: 'push',
      notice: { kind: 'reminder', requestIds: wanted.map((request) => request.id) },
      clientIds: [clientId],
      except: [...silent],
      matterId: only?.matterId ?? null,
      subjectId: only?.id ?? clientId,
    },
  ]
}

// Also of a reminder that a member sends by hand: the client's main address gets it.
async function stoppedAddresses(tx: Tx, clientId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ email: additionalEmails.email, main: clients.email })
    .from(additionalEmails)
    .innerJoin(clients, eq(clients.id, additionalEmails.clientId))
    .where(and(eq(additionalEmails.clientId, clientId), isNotNull(additionalEmails.remindersStoppedAt)))
  return new Set(rows.filter((row) => row.email !== row.main).map((row) => row.email))
}
