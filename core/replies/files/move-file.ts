import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { entries } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { involvements } from '#db/schema/matters.ts'
import { arrivals, files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { FileInfected, ItemClosed, MatterClosed, NotFound } from '../../errors.ts'
import { firstTime } from '../../first-time.ts'
import { newId } from '../../ids.ts'
import { audienceOf } from '../../matters/audience.ts'
import { matterFor } from '../../matters/matter-for.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { ChatTelling } from '../../notices.ts'
import type { Office } from '../../office.ts'
import { itemFor } from '../../requests/request-for.ts'
import { isSettled } from '../../requests/request.ts'
import { settleRequest } from '../../requests/settle-request.ts'
import { answerTo, joinArrival, type Arrival } from '../arrival.ts'
import { fileInHand, type FileInHand } from './file-in-hand.ts'
import { leavePlace } from './leave-place.ts'
import { tellOfArrival } from '../refresh-arrivals.ts'
import { tellOfMail } from './tell-of-mail.ts'

export type MoveFile = {
  by: MemberActor
  fileId: string
  /** An item of any request to the same client, or the documents of one of their matters. */
  to: { itemId: string } | { documentsOf: string }
  interaction?: string
}

type Arrived = { matterId: string; title: string; tell: ChatTelling[] }

/**
 * A file stands where it belongs: as its client's answer to that item, or among a matter's documents, which all clients
 * of the matter who may see documents read. What it was taken from adjusts: an item of which nothing is left is wanted again.
 * Throws NotFound, also for a place that is not its client's, FileInfected, ItemClosed, MatterClosed.
 */
export async function moveFile(office: Office, wish: MoveFile): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const { by, to } = wish
    const held = await fileInHand(tx, by, wish.fileId)
    if (held.file.heldBecause === 'infected') throw new FileInfected(held.file.name)
    const there =
      'itemId' in to
        ? await becomeAnswer(office, tx, by, held, to.itemId)
        : await becomeDocument(office, tx, by, held, to.documentsOf)
    const left = await leavePlace(office, tx, held)
    await announce(office, tx, {
      kind: 'fileMoved',
      by,
      matterId: held.matterId,
      clientId: held.clientId,
      subjectId: held.storyId,
      facts: { fileId: held.file.id, name: held.file.name, to: there.title, toMatterId: there.matterId },
      tell: [...left, ...there.tell, ...(held.request ? [] : await tellOfMail(tx, held))],
    })
  })
  office.wake('outbox')
}

async function becomeAnswer(
  office: Office,
  tx: Tx,
  by: MemberActor,
  held: FileInHand,
  itemId: string,
): Promise<Arrived> {
  const { file, clientId } = held
  const { item, request, matter } = await itemFor(tx, by, itemId)
  const audience = await audienceOf(tx, matter.id, request.id)
  if (!audience.some((client) => client.clientId === clientId)) throw new NotFound()
  if (matter.closedAt) throw new MatterClosed()
  if (isSettled(item) || request.status === 'cancelled' || held.answered?.item.id === item.id)
    throw new ItemClosed()
  const came = await storyOf(tx, held)
  const arrival =
    came?.requestId === request.id
      ? came
      : (
          await joinArrival(office, tx, request, {
            clientId,
            via: came?.via ?? 'mail',
            address: came?.fromAddress ?? null,
          })
        ).arrival
  const answerId = await answerTo(office, tx, arrival, item, { inboundId: file.inboundId ?? undefined })
  await tx
    .update(files)
    .set({
      answerId,
      arrivalId: arrival.id,
      requestId: request.id,
      matterId: matter.id,
      settledAt: office.clock(),
      settledBy: by.memberId,
    })
    .where(eq(files.id, file.id))
  if (request.id !== held.request?.id) await settleRequest(office, tx, by, request)
  return {
    matterId: matter.id,
    title: item.title,
    tell: await tellOfArrival(office, tx, request, arrival.id),
  }
}

async function storyOf(tx: Tx, { file }: FileInHand): Promise<Arrival | undefined> {
  if (!file.arrivalId) return undefined
  const [arrival] = await tx.select().from(arrivals).where(eq(arrivals.id, file.arrivalId))
  return arrival
}

async function becomeDocument(
  office: Office,
  tx: Tx,
  by: MemberActor,
  { file, clientId }: FileInHand,
  matterId: string,
): Promise<Arrived> {
  const matter = await matterFor(tx, by, matterId)
  const [ours] = await tx
    .select({ id: involvements.id })
    .from(involvements)
    .innerJoin(clients, eq(clients.id, involvements.clientId))
    .where(
      and(
        eq(involvements.matterId, matter.id),
        eq(involvements.clientId, clientId),
        eq(involvements.side, 'ours'),
        isNull(clients.leftAt),
      ),
    )
  if (!ours) throw new NotFound()
  const now = office.clock()
  const settled = { settledAt: now, settledBy: by.memberId }
  const nowhere = { answerId: null, arrivalId: null, requestId: null }
  await tx
    .update(files)
    .set({ ...nowhere, ...settled, matterId: matter.id })
    .where(eq(files.id, file.id))
  await tx.insert(entries).values({
    id: newId(now),
    firmId: matter.firmId,
    matterId: matter.id,
    kind: 'document',
    title: file.name,
    at: now,
    fileId: file.id,
    authorId: by.memberId,
    releasedAt: now,
    createdAt: now,
  })
  return { matterId: matter.id, title: '', tell: [] }
}
