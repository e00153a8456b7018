import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { news, revisions, type RevisionContent } from '#db/schema/communication.ts'
import { events, outbox } from '#db/schema/delivery.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { disregard, takenBack } from '../delivery/disregard.ts'
import { NotAllowed, TooLate } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import { newsContent } from '../news/edit-news.ts'
import { newsFor } from '../news/news-for.ts'
import type { Office } from '../office.ts'
import { requestFor } from '../requests/request-for.ts'
import { requestContent, restoreRequest } from '../requests/restore-request.ts'
import { undoSeconds } from './held-back.ts'
import { saveRevision } from './save-revision.ts'
import type { TakeBack, TakenBack } from './take-back.ts'

/**
 * What the member changed less than a minute ago says again what it said before. Mails about the change that had not left do not leave,
 * after the others goes a word not to mind them; both versions are kept. Throws NotFound, NotAllowed for somebody else's
 * change, TooLate also once it was changed again, and ItemAnswered when a new item has been answered.
 */
export async function takeBackEdit(office: Office, wish: TakeBack): Promise<TakenBack> {
  const done = await write(office.db, async (tx) => {
    const { by, subjectId } = wish
    const first = await firstTime(office, tx, by.firmId, wish.interaction)
    const last = await lastChange(tx, by, subjectId)
    const { matterId } = await subjectOf(tx, wish)
    if (!first && last?.kind === 'editTakenBack') return { matterId, ...countsIn(last.facts) }
    if (last?.kind !== 'newsEdited' && last?.kind !== 'requestEdited') throw new TooLate()
    if (last.actorId !== by.memberId) throw new NotAllowed()
    if (office.clock().getTime() - last.at.getTime() >= undoSeconds * 1000) throw new TooLate()
    await restore(office, tx, wish)
    const told = await tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.eventId, last.id), eq(outbox.channel, 'mail')))
    await tx
      .update(outbox)
      .set({ state: 'cancelled', cancelledBecause: takenBack })
      .where(and(eq(outbox.eventId, last.id), eq(outbox.state, 'queued')))
    const left = told.filter((row) => row.state === 'accepted')
    const facts = {
      cancelled: told.filter((row) => row.state === 'queued').length,
      disregarded: left.length,
    }
    const tell = left.flatMap(disregard)
    await announce(office, tx, { kind: 'editTakenBack', by, matterId, subjectId, facts, tell })
    return { matterId, ...facts }
  })
  office.wake('outbox')
  return done
}

async function lastChange(tx: Tx, by: MemberActor, subjectId: string) {
  const [event] = await tx
    .select()
    .from(events)
    .where(and(eq(events.subjectId, subjectId), eq(events.firmId, by.firmId), eq(events.actorKind, 'member')))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1)
  return event
}

function countsIn({ cancelled, disregarded }: Record<string, unknown>) {
  return { cancelled: Number(cancelled), disregarded: Number(disregarded) }
}

async function subjectOf(tx: Tx, { by, kind, subjectId }: TakeBack) {
  if (kind === 'news') return (await newsFor(tx, by, subjectId)).piece
  return (await requestFor(tx, by, subjectId)).request
}

async function restore(office: Office, tx: Tx, { by, kind, subjectId }: TakeBack): Promise<void> {
  const before = await lastRevision(tx, subjectId)
  if (kind === 'request') {
    const { request, matter } = await requestFor(tx, by, subjectId)
    if (before?.kind !== 'request') throw new TooLate()
    await saveRevision(office, tx, by, subjectId, await requestContent(tx, request))
    await restoreRequest(office, tx, by, { request, matter }, before)
    return
  }
  const { piece } = await newsFor(tx, by, subjectId)
  if (before?.kind !== 'news') throw new TooLate()
  await saveRevision(office, tx, by, subjectId, newsContent(piece))
  const { body, hearing = null, editedAt } = before
  await tx
    .update(news)
    .set({ body, hearing, editedAt: editedAt ? new Date(editedAt) : null })
    .where(eq(news.id, piece.id))
}

async function lastRevision(tx: Tx, subjectId: string): Promise<RevisionContent | undefined> {
  const [revision] = await tx
    .select({ content: revisions.content })
    .from(revisions)
    .where(eq(revisions.subjectId, subjectId))
    .orderBy(desc(revisions.number))
    .limit(1)
  return revision?.content
}
