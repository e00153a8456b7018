import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { news, requests } from '#db/schema/communication.ts'
import { events, outbox } from '#db/schema/delivery.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { cancelUnsent } from '../delivery/cancel-unsent.ts'
import { disregard, takenBack } from '../delivery/disregard.ts'
import { ItemAnswered, NotAllowed, NotFound, TooLate } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import { newsFor } from '../news/news-for.ts'
import type { Office } from '../office.ts'
import { holdsAnything } from '../requests/holds-anything.ts'
import { requestFor } from '../requests/request-for.ts'
import { mayBeUndone } from './held-back.ts'

export type TakeBack = {
  by: MemberActor
  kind: 'news' | 'request'
  subjectId: string
  interaction?: string
}

export type TakenBack = {
  matterId: string
  /** Mails that did not leave. */
  cancelled: number
  /** Recipients of mails that had left, who are asked not to mind them. */
  disregarded: number
}

/**
 * What the member sent less than a minute ago is gone for clients and stays in the audit trail; mails that had not left do
 * not leave, after the others goes a word not to mind them. Throws NotFound, NotAllowed for what somebody else sent,
 * TooLate, and ItemAnswered once a client has answered.
 */
export async function takeBack(office: Office, wish: TakeBack): Promise<TakenBack> {
  const done = await write(office.db, async (tx) => {
    const { by, kind, subjectId } = wish
    const happened = kind === 'news' ? 'newsTakenBack' : 'requestTakenBack'
    if (!(await firstTime(office, tx, by.firmId, wish.interaction))) return doneBefore(tx, by, subjectId)
    const sent = await sentBy(tx, wish)
    if (sent.authorId !== by.memberId) throw new NotAllowed()
    const now = office.clock()
    if (!mayBeUndone(sent, by.memberId, now)) throw new TooLate()
    if (kind === 'request' && (await holdsAnything(tx, subjectId))) throw new ItemAnswered()
    const told = await mailsAbout(tx, subjectId)
    const left = told.filter((row) => row.state === 'accepted')
    const cancelled = told.filter((row) => row.state === 'queued').length
    const gone = { deletedAt: now, deletedBy: by.memberId }
    const table = kind === 'news' ? news : requests
    await tx.update(table).set(gone).where(eq(table.id, subjectId))
    await cancelUnsent(tx, subjectId, takenBack)
    const { matterId } = sent
    const facts = { cancelled, disregarded: left.length }
    await announce(office, tx, {
      kind: happened,
      by,
      matterId,
      subjectId,
      facts,
      tell: left.flatMap(disregard),
    })
    return { matterId, ...facts }
  })
  office.wake('outbox')
  return done
}

async function sentBy(tx: Tx, { by, kind, subjectId }: TakeBack) {
  if (kind === 'news') return (await newsFor(tx, by, subjectId)).piece
  return (await requestFor(tx, by, subjectId)).request
}

function mailsAbout(tx: Tx, subjectId: string) {
  return tx
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.subjectId, subjectId),
        eq(outbox.channel, 'mail'),
        inArray(outbox.noticeKind, ['newsPublished', 'documentsRequested']),
      ),
    )
}

async function doneBefore(tx: Tx, by: MemberActor, subjectId: string): Promise<TakenBack> {
  const [event] = await tx
    .select()
    .from(events)
    .where(
      and(
        eq(events.subjectId, subjectId),
        eq(events.firmId, by.firmId),
        inArray(events.kind, ['newsTakenBack', 'requestTakenBack']),
      ),
    )
    .orderBy(desc(events.at))
  if (!event?.matterId) throw new NotFound()
  const { cancelled, disregarded } = event.facts
  return { matterId: event.matterId, cancelled: Number(cancelled), disregarded: Number(disregarded) }
}
