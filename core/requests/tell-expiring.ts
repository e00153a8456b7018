import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { firmOf } from '../firms/firm.ts'
import { chatsTo } from '../members/chats-to.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { Office } from '../office.ts'
import { addDays } from '../reminders/calendar/day.ts'
import { dayOf } from '../words/format.ts'
import type { Item, Request } from './request.ts'

/** So many days before it expires there is time to get another. */
export const daysAhead = 21
const atOnce = 200

/**
 * Of what expires within three weeks the responsible members are told, once, and can ask for it again. Safe to run at any
 * time, by several processes, and again. Returns of how much they were told.
 */
export async function tellExpiring(office: Office): Promise<number> {
  // Somewhere it is tomorrow already; each firm's own day decides below.
  const latest = addDays(dayOf(office.clock(), 'Etc/GMT-14'), daysAhead)
  const due = await office.db.read
    .select({ item: requestItems, request: requests })
    .from(requestItems)
    .innerJoin(requests, eq(requests.id, requestItems.requestId))
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .where(and(isDue(latest), isNull(requests.deletedAt), isNull(matters.closedAt)))
    .limit(atOnce)
  let told = 0
  for (const { item, request } of due)
    if (await write(office.db, (tx) => tell(office, tx, item, request))) told += 1
  if (told > 0) office.wake('outbox')
  return told
}

function isDue(latest: string) {
  return and(
    isNotNull(requestItems.expiresOn),
    lte(requestItems.expiresOn, latest),
    isNull(requestItems.expiryToldAt),
    isNull(requestItems.renewedBy),
    isNull(requestItems.removedAt),
    eq(requestItems.status, 'approved'),
  )
}

async function tell(office: Office, tx: Tx, item: Item, request: Request): Promise<boolean> {
  const now = office.clock()
  const firm = await firmOf(tx, request.firmId)
  const today = dayOf(now, firm.timeZone)
  const taken = await tx
    .update(requestItems)
    .set({ expiryToldAt: now })
    .where(and(eq(requestItems.id, item.id), isDue(addDays(today, daysAhead))))
    .returning({ id: requestItems.id })
  if (taken.length === 0) return false
  const told = await membersToTell(tx, firm.id, request.matterId, now)
  await announce(office, tx, {
    kind: 'itemExpiring',
    by: { kind: 'system', firmId: firm.id },
    matterId: request.matterId,
    subjectId: item.id,
    facts: { requestId: request.id, expiresOn: item.expiresOn },
    tell: chatsTo(told, {
      notice: { kind: 'itemExpiring', itemId: item.id },
      matterId: request.matterId,
      subjectId: item.id,
    }),
  })
  return true
}
