import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { pushSubscriptions } from '#db/schema/access.ts'
import { news, requests } from '#db/schema/communication.ts'
import { answers } from '#db/schema/replies.ts'
import { enteredSession, type ClientSession } from '../access/session/client-session.ts'
import { haveSafeContact } from '../clients/safe-contact.ts'
import { cancelled, type NotNow } from '../delivery/letter-content.ts'
import type { OutboxRow } from '../delivery/note-refused.ts'
import { meantFor } from '../matters/meant-for.ts'
import type { PushNotice } from '../notices.ts'
import type { Office } from '../office.ts'
import { itemsOf } from '../requests/items-of.ts'
import { isLive, isWanted, type Request } from '../requests/request.ts'
import { mattersSeen } from './matters-seen.ts'
import type { Push } from './push.ts'

/**
 * The push message an outbox row stands for, from what is true at this moment; or why it is not to be sent: the session of
 * that phone is over, the matter out of sight or hidden, what it tells of deleted or not wanted any more.
 */
export async function pushFor(office: Office, row: OutboxRow): Promise<(Push & { kind: 'push' }) | NotNow> {
  const tx = office.db.read
  const [phone] = await tx
    .select()
    .from(pushSubscriptions)
    .where(
      and(
        eq(pushSubscriptions.id, row.recipient),
        eq(pushSubscriptions.accessId, row.accessId ?? ''),
        eq(pushSubscriptions.firmId, row.firmId),
      ),
    )
  if (!phone) return cancelled('phone not told any more')
  const session = (await enteredSession(office, tx, phone.sessionId))?.session
  if (!session) return cancelled('session over')
  // Only `announce` writes this column.
  const notice = row.notice as PushNotice
  const told = await toldOf(tx, session, notice)
  if (!told) return cancelled('nothing to tell')
  const seen = await mattersSeen(tx, session, told.matterIds)
  const [matter, ...others] = seen.filter((one) => notice.kind !== 'reminder' || one.closedAt === null)
  if (!matter) return cancelled('not in sight')
  const only = others.length === 0 ? matter : null
  const isSensitive = [matter, ...others].some((one) => one.sensitiveAt !== null)
  const discreet = isSensitive || (await haveSafeContact(tx, session.clientIds))
  const { id: subscriptionId, endpoint, p256dh, auth } = phone
  return {
    kind: 'push',
    subscriptionId,
    endpoint,
    p256dh,
    auth,
    name: row.id,
    locale: session.locale,
    urgent: told.urgent,
    path: only ? `/matters/${only.id}` : '/matters',
    says: discreet
      ? null
      : {
          kind: notice.kind,
          firmName: session.firm.name,
          reference: only && (only.alias ?? only.reference),
        },
  }
}

type Told = { matterIds: string[]; urgent: boolean }

async function toldOf(tx: Query, session: ClientSession, notice: PushNotice): Promise<Told | null> {
  switch (notice.kind) {
    case 'newsPublished': {
      const [piece] = await tx
        .select()
        .from(news)
        .where(
          and(
            eq(news.id, notice.newsId),
            isNull(news.deletedAt),
            isNotNull(news.announcedAt),
            meantFor(tx, news.id, session.clientIds),
          ),
        )
      return piece ? { matterIds: [piece.matterId], urgent: piece.urgentAt !== null } : null
    }
    case 'documentsRequested':
      return toldOfRequests(await liveRequests(tx, session, [notice.requestId]))
    case 'answerRejected': {
      const [answer] = await tx
        .select()
        .from(answers)
        .where(and(eq(answers.id, notice.answerId), inArray(answers.clientId, session.clientIds)))
      const [request] = answer ? await liveRequests(tx, session, [notice.requestId]) : []
      const items = request ? await itemsOf(tx, request.id) : []
      const item = items.find((one) => one.id === notice.itemId)
      return request && item?.status === 'rejected' ? toldOfRequests([request]) : null
    }
    case 'reminder': {
      const wanted: Request[] = []
      for (const request of await liveRequests(tx, session, notice.requestIds))
        if ((await itemsOf(tx, request.id)).some(isWanted)) wanted.push(request)
      return toldOfRequests(wanted)
    }
  }
}

function toldOfRequests(live: Request[]): Told | null {
  if (live.length === 0) return null
  return {
    matterIds: [...new Set(live.map((request) => request.matterId))],
    urgent: live.some((request) => request.urgentAt !== null),
  }
}

async function liveRequests(tx: Query, session: ClientSession, ids: string[]): Promise<Request[]> {
  const rows = await tx
    .select()
    .from(requests)
    .where(
      and(
        inArray(requests.id, ids),
        isNotNull(requests.announcedAt),
        meantFor(tx, requests.id, session.clientIds),
      ),
    )
  return rows.filter(isLive)
}
