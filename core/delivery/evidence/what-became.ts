import { and, desc, eq } from 'drizzle-orm'
import { clients } from '#db/schema/clients.ts'
import { newsConfirmations, requestConfirmations } from '#db/schema/communication.ts'
import { outbox } from '#db/schema/delivery.ts'
import { matterFor } from '../../matters/matter-for.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { MailNotice } from '../../notices.ts'
import type { Office } from '../../office.ts'

/** What became of one mail to one address. */
export type MailTold = {
  kind: MailNotice['kind']
  email: string
  clientId: string | null
  client: string | null
  /** `waiting`: an attempt failed, and there will be another. */
  state: (typeof outbox.$inferSelect)['state'] | 'waiting'
  queuedAt: Date
  /** Since when the server has it. */
  acceptedAt: Date | null
  bouncedAt: Date | null
  /** A link in it was opened. */
  openedAt: Date | null
  /** What it tells of was looked at in the portal. */
  seenAt: Date | null
  /** The client has confirmed the urgent news or request it tells of. */
  confirmedAt: Date | null
  /** In the words of the last server that would not have it, or why it was not sent. */
  reason: string | null
}

/** So many mails about one thing are shown, the newest. */
const most = 60

/** Who was told by mail of a piece of news or a request, newest first, and what became of each mail. Throws NotFound. */
export async function whatBecame(
  office: Office,
  wish: { by: MemberActor; matterId: string; subjectId: string },
): Promise<{ mails: MailTold[]; more: number }> {
  const tx = office.db.read
  const matter = await matterFor(tx, wish.by, wish.matterId)
  const about = and(
    eq(outbox.matterId, matter.id),
    eq(outbox.subjectId, wish.subjectId),
    eq(outbox.channel, 'mail'),
  )
  const rows = await tx
    .select({
      mail: outbox,
      client: clients.name,
      confirmedAt: newsConfirmations.at,
      requestConfirmedAt: requestConfirmations.at,
    })
    .from(outbox)
    .leftJoin(clients, eq(clients.id, outbox.clientId))
    .leftJoin(
      newsConfirmations,
      and(
        eq(newsConfirmations.newsId, outbox.subjectId),
        eq(newsConfirmations.clientId, outbox.clientId),
        eq(outbox.noticeKind, 'newsPublished'),
      ),
    )
    .leftJoin(
      requestConfirmations,
      and(
        eq(requestConfirmations.requestId, outbox.subjectId),
        eq(requestConfirmations.clientId, outbox.clientId),
        eq(outbox.noticeKind, 'documentsRequested'),
      ),
    )
    .where(about)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(most)
  const mails = rows.map(({ mail, client, confirmedAt, requestConfirmedAt }) => ({
    // Only `announce` writes this column.
    kind: mail.noticeKind as MailNotice['kind'],
    email: mail.recipient,
    clientId: mail.clientId,
    client,
    state: mail.state === 'queued' && mail.lastError !== null ? ('waiting' as const) : mail.state,
    queuedAt: mail.createdAt,
    acceptedAt: mail.acceptedAt,
    bouncedAt: mail.bouncedAt,
    openedAt: mail.openedAt,
    seenAt: mail.seenAt,
    confirmedAt: confirmedAt ?? requestConfirmedAt,
    reason: mail.state === 'accepted' ? null : (mail.lastError ?? mail.cancelledBecause),
  }))
  const more = rows.length < most ? 0 : (await tx.$count(outbox, about)) - most
  return { mails, more }
}
