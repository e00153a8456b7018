import type { Query, Tx } from '#db/database.ts'
import { files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { ItemClosed, MatterClosed, NotFound, NothingHandedIn } from '../../errors.ts'
import { optionalText } from '../../field.ts'
import { dropAll, storeAll, type UploadedFile } from '../../files/store-all.ts'
import type { StoredUpload } from '../../files/store-file.ts'
import { firstTime } from '../../first-time.ts'
import { audienceOf } from '../../matters/audience.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { itemFor } from '../../requests/request-for.ts'
import { isSettled } from '../../requests/request.ts'
import { settleRequest } from '../../requests/settle-request.ts'
import { refuseInfected } from '../../virus/refuse-infected.ts'
import { answerTo, joinArrival, type Road } from '../arrival.ts'
import { receiptFor } from '../receipt.ts'
import { refreshArrivals } from '../refresh-arrivals.ts'

export type EnterAnswer = {
  by: MemberActor
  itemId: string
  /** Whose answer it is. */
  clientId: string
  /** By which road it came to the firm. */
  road: Road
  /** Read one after the other, as they come. */
  files: AsyncIterable<UploadedFile> | Iterable<UploadedFile>
  text?: string
  /** The client gets a receipt for it. */
  receipt: boolean
  interaction?: string
}

/**
 * What came to the firm by another road counts as the client's answer, marked as entered by the member. Throws NotFound,
 * also for somebody who was not asked, ItemClosed, MatterClosed, NothingHandedIn, FileEmpty, FileTooLarge, FileInfected,
 * TooManyFiles, TextTooLong, and changes nothing.
 */
export async function enterAnswer(office: Office, wish: EnterAnswer): Promise<{ itemTitle: string }> {
  const text = optionalText('text', wish.text ?? '', 20_000)
  // Looked at first, so that nothing is stored in vain; looked at again below.
  await answerable(office.db.read, wish)
  const stored = await storeAll(office, wish.files)
  await refuseInfected(office, stored)
  if (stored.length === 0 && text === '') throw new NothingHandedIn()
  let kept = false
  try {
    const itemTitle = await write(office.db, async (tx) => {
      kept = await firstTime(office, tx, wish.by.firmId, wish.interaction)
      const found = await answerable(tx, wish)
      if (kept) await enter(office, tx, wish, found, stored, text)
      return found.item.title
    })
    office.wake('outbox')
    return { itemTitle }
  } catch (error) {
    kept = false
    throw error
  } finally {
    if (!kept) await dropAll(office, stored)
  }
}

/** The item, its request and the client, where an answer of theirs may be entered now. Throws NotFound, MatterClosed, ItemClosed. */
export async function answerable(
  tx: Query,
  { by, itemId, clientId }: Pick<EnterAnswer, 'by' | 'itemId' | 'clientId'>,
) {
  const { item, request, matter } = await itemFor(tx, by, itemId)
  const client = (await audienceOf(tx, matter.id, request.id)).find((one) => one.clientId === clientId)
  if (!client) throw new NotFound()
  if (matter.closedAt) throw new MatterClosed()
  if (isSettled(item) || request.status === 'cancelled') throw new ItemClosed()
  return { item, request, client }
}

async function enter(
  office: Office,
  tx: Tx,
  { by, road, receipt }: EnterAnswer,
  { item, request, client }: Awaited<ReturnType<typeof answerable>>,
  stored: StoredUpload[],
  text: string,
): Promise<void> {
  const { clientId } = client
  const story = await joinArrival(office, tx, request, { clientId, via: 'member', address: null })
  const onBehalf = { by: by.memberId, road }
  const answerId = await answerTo(office, tx, story.arrival, item, { text: text || undefined, onBehalf })
  const now = office.clock()
  for (const file of stored) {
    await tx.insert(files).values({
      ...file,
      firmId: request.firmId,
      matterId: request.matterId,
      requestId: request.id,
      clientId,
      answerId,
      arrivalId: story.arrival.id,
      settledAt: now,
      settledBy: by.memberId,
      createdAt: now,
    })
  }
  const mayReceipt = receipt && request.announcedAt !== null
  await announce(office, tx, {
    kind: 'answerReceived',
    by,
    matterId: request.matterId,
    clientId,
    subjectId: request.id,
    facts: { via: 'member', road, itemId: item.id, files: stored.length },
    tell: [
      ...(await refreshArrivals(office, tx, request, [item.id])),
      ...(mayReceipt ? await receiptFor(office, tx, story, client, null) : []),
    ],
  })
  await settleRequest(office, tx, by, request)
}
