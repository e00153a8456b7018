import { and, asc, eq, exists, inArray, isNull, or } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { corrections } from '#db/schema/clients.ts'
import { requestItems } from '#db/schema/communication.ts'
import { involvements } from '#db/schema/matters.ts'
import { answers, arrivals, files, inboundMessages } from '#db/schema/replies.ts'
import type { ChatNotice } from '../notices.ts'
import { mayCount } from '../replies/passwords/locked-files.ts'

/** Something that waits for whoever is in charge of a matter; `thread` is the request it is about. */
export type Waiting = {
  notice: ChatNotice
  matterId: string | null
  subjectId: string
  thread: string | null
}

/** What waits in these matters, of 400 at most, for a verdict or a decision: answers, mails in quarantine, corrections. */
export async function stillWaiting(tx: Query, matterIds: string[]): Promise<Waiting[]> {
  return [
    ...(await reviewsIn(tx, matterIds)),
    ...(await quarantinedIn(tx, matterIds)),
    ...(await correctionsIn(tx, matterIds)),
  ]
}

async function reviewsIn(tx: Query, matterIds: string[]): Promise<Waiting[]> {
  const unsettled = and(eq(files.arrivalId, arrivals.id), isNull(files.answerId), isNull(files.settledAt))
  const received = and(
    eq(answers.arrivalId, arrivals.id),
    isNull(answers.verdict),
    isNull(answers.withdrawnAt),
    eq(requestItems.status, 'received'),
    isNull(requestItems.removedAt),
  )
  const rows = await tx
    .select({ id: arrivals.id, matterId: arrivals.matterId, thread: arrivals.requestId })
    .from(arrivals)
    .where(
      and(
        inArray(arrivals.matterId, matterIds),
        or(
          exists(
            tx
              .select({ id: answers.id })
              .from(answers)
              .innerJoin(requestItems, eq(requestItems.id, answers.itemId))
              .where(received),
          ),
          exists(
            tx
              .select({ id: files.id })
              .from(files)
              .where(and(unsettled, isNull(files.purgedAt), mayCount(tx))),
          ),
        ),
      ),
    )
    .orderBy(asc(arrivals.id))
  return rows.map(({ id, matterId, thread }) => ({
    notice: { kind: 'answersArrived', arrivalId: id },
    matterId,
    subjectId: id,
    thread,
  }))
}

async function quarantinedIn(tx: Query, matterIds: string[]): Promise<Waiting[]> {
  const rows = await tx
    .select({
      id: inboundMessages.id,
      matterId: inboundMessages.matterId,
      thread: inboundMessages.requestId,
    })
    .from(inboundMessages)
    .where(and(eq(inboundMessages.state, 'quarantined'), inArray(inboundMessages.matterId, matterIds)))
    .orderBy(asc(inboundMessages.id))
  return rows.map(({ id, matterId, thread }) => ({
    notice: { kind: 'mailQuarantined', inboundId: id },
    matterId,
    subjectId: id,
    thread,
  }))
}

async function correctionsIn(tx: Query, matterIds: string[]): Promise<Waiting[]> {
  const rows = await tx
    .selectDistinct({ id: corrections.id })
    .from(corrections)
    .innerJoin(involvements, eq(involvements.clientId, corrections.clientId))
    .where(
      and(
        isNull(corrections.settledAt),
        inArray(involvements.matterId, matterIds),
        eq(involvements.side, 'ours'),
      ),
    )
  return rows.map(({ id }) => ({
    notice: { kind: 'correctionAsked', correctionId: id },
    matterId: null,
    subjectId: id,
    thread: null,
  }))
}
