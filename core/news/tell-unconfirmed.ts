import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { news } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { chatsTo } from '../members/chats-to.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { Office } from '../office.ts'
import type { News } from './news-for.ts'
import { confirmersOf } from './unconfirmed.ts'

const atOnce = 200

/**
 * Of urgent news that somebody has not confirmed by its hour the responsible members are told, once, to phone. Safe to run
 * at any time, by several processes, and again. Returns of how many they were told.
 */
export async function tellUnconfirmed(office: Office): Promise<number> {
  const due = await office.db.read
    .select({ piece: news })
    .from(news)
    .innerJoin(matters, eq(matters.id, news.matterId))
    .where(and(isDue(office.clock()), isNull(matters.hiddenAt)))
    .limit(atOnce)
  let told = 0
  for (const { piece } of due) if (await write(office.db, (tx) => tell(office, tx, piece))) told += 1
  if (told > 0) office.wake('outbox')
  return told
}

function isDue(now: Date) {
  return and(
    lte(news.confirmBy, now),
    isNull(news.unconfirmedAt),
    isNull(news.deletedAt),
    isNotNull(news.announcedAt),
  )
}

async function tell(office: Office, tx: Tx, piece: News): Promise<boolean> {
  const now = office.clock()
  const taken = await tx
    .update(news)
    .set({ unconfirmedAt: now })
    .where(and(eq(news.id, piece.id), isDue(now)))
    .returning({ id: news.id })
  if (taken.length === 0) return false
  const waiting = (await confirmersOf(tx, piece)).filter((one) => one.confirmedAt === null)
  if (waiting.length === 0) return false
  const told = await membersToTell(tx, piece.firmId, piece.matterId, now)
  await announce(office, tx, {
    kind: 'newsUnconfirmed',
    by: { kind: 'system', firmId: piece.firmId },
    matterId: piece.matterId,
    subjectId: piece.id,
    facts: { clientIds: waiting.map((one) => one.clientId) },
    tell: chatsTo(told, {
      notice: { kind: 'newsUnconfirmed', newsId: piece.id },
      matterId: piece.matterId,
      subjectId: piece.id,
    }),
  })
  return true
}
