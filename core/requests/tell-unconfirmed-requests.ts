import { and, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { chatsTo } from '../members/chats-to.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import { requestConfirmersOf } from '../news/unconfirmed.ts'
import type { Office } from '../office.ts'
import type { Request } from './request.ts'

const atOnce = 200

/**
 * Of urgent requests that somebody has neither confirmed nor answered by their hour the responsible members are told, once, to phone.
 * Safe to run at any time, by several processes, and again. Returns of how many they were told.
 */
export async function tellUnconfirmedRequests(office: Office): Promise<number> {
  const due = await office.db.read
    .select({ request: requests })
    .from(requests)
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .where(and(isDue(office.clock()), isNull(matters.hiddenAt), isNull(matters.closedAt)))
    .limit(atOnce)
  let told = 0
  for (const { request } of due) if (await write(office.db, (tx) => tell(office, tx, request))) told += 1
  if (told > 0) office.wake('outbox')
  return told
}

function isDue(now: Date) {
  return and(
    lte(requests.confirmBy, now),
    inArray(requests.status, ['open', 'partial']),
    isNull(requests.unconfirmedAt),
    isNull(requests.deletedAt),
    isNotNull(requests.announcedAt),
  )
}

async function tell(office: Office, tx: Tx, request: Request): Promise<boolean> {
  const now = office.clock()
  const taken = await tx
    .update(requests)
    .set({ unconfirmedAt: now })
    .where(and(eq(requests.id, request.id), isDue(now)))
    .returning({ id: requests.id })
  if (taken.length === 0) return false
  const waiting = (await requestConfirmersOf(tx, request)).filter((one) => one.confirmedAt === null)
  if (waiting.length === 0) return false
  const told = await membersToTell(tx, request.firmId, request.matterId, now)
  await announce(office, tx, {
    kind: 'requestUnconfirmed',
    by: { kind: 'system', firmId: request.firmId },
    matterId: request.matterId,
    subjectId: request.id,
    facts: { clientIds: waiting.map((one) => one.clientId) },
    tell: chatsTo(told, {
      notice: { kind: 'requestUnconfirmed', requestId: request.id },
      matterId: request.matterId,
      subjectId: request.id,
    }),
  })
  return true
}
