import type { Query, Tx } from '#db/database.ts'
import { files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { countAttempt } from '../../access/attempts.ts'
import { announce } from '../../announce.ts'
import { FileInfected, isRefusal, NothingHandedIn } from '../../errors.ts'
import { optionalText } from '../../field.ts'
import { dropAll, storeAll, type UploadedFile } from '../../files/store-all.ts'
import type { StoredUpload } from '../../files/store-file.ts'
import { audienceOf } from '../../matters/audience.ts'
import type { Office } from '../../office.ts'
import { keepRequestConfirmation } from '../../requests/keep-request-confirmation.ts'
import { itemsOf } from '../../requests/items-of.ts'
import { countsOf, type Counts } from '../../requests/request.ts'
import { settleRequest } from '../../requests/settle-request.ts'
import { dropPieces } from '../../uploads/drop-pieces.ts'
import { finishedUploads } from '../../uploads/finished-uploads.ts'
import { takeUploads } from '../../uploads/take-uploads.ts'
import { answerTo, joinArrival } from '../arrival.ts'
import { askedItem, type Asked, type Uploader } from './asked-item.ts'
import { useBehalfLink } from './behalf-link.ts'
import { receiptFor } from '../receipt.ts'
import { refreshArrivals, tellOfArrival } from '../refresh-arrivals.ts'

export type HandIn = {
  by: Uploader
  itemId: string
  /** Read one after the other, as they come. */
  files: AsyncIterable<UploadedFile> | Iterable<UploadedFile>
  /** Ids of uploads whose pieces are all there. */
  uploads?: string[]
  text?: string
}

export type { UploadedFile }

/** Each is told in chat and receipted. */
const perSender = { most: 200, minutes: 24 * 60 }

/**
 * The item is received, with the files and the text as the client's answer; members are told and the client gets a receipt,
 * unless a member hands in on their behalf and wants none.
 * Uploads count once, however often they are handed in. What a virus was found in is held, told to the members as such, and
 * FileInfected thrown for it; the rest is received. Throws NotFound, LookingOnly, ItemClosed, NothingHandedIn,
 * FileEmpty, FileTooLarge, TooManyFiles, TextTooLong, TooManyAttempts, and changes nothing.
 */
export async function handIn(office: Office, wish: HandIn): Promise<{ requestId: string; counts: Counts }> {
  const { by, itemId } = wish
  const text = optionalText('text', wish.text ?? '', 20_000)
  const { sender, request } = await askedItem(office, office.db.read, by, itemId)
  await countAttempt(office, 'hand in', `${sender}\n${request.id}`, perSender)
  const asked = wish.uploads ?? []
  const uploads = await finishedUploads(office, office.db.read, { sender, itemId }, asked)
  const before = async (tx: Query) => ({
    requestId: request.id,
    counts: countsOf(await itemsOf(tx, request.id)),
  })
  if (asked.length > 0 && uploads.length === 0) return before(office.db.read)
  const stored = await storeAll(office, uploads, wish.files)
  if (stored.length === 0 && text === '') throw new NothingHandedIn()
  let kept = false
  try {
    // Asked again inside: what may have changed while the files were on their way counts as it stands now.
    const done = await write(office.db, async (tx) => {
      const now = await askedItem(office, tx, by, itemId)
      kept = await takeUploads(office, tx, uploads)
      return kept ? receive(office, tx, now, stored, text) : before(tx)
    })
    office.wake('outbox')
    const infected = stored.find(isInfected)
    if (infected && kept) throw new FileInfected(infected.name)
    return done
  } catch (error) {
    kept &&= isRefusal(error) && error.code === 'file_infected'
    throw error
  } finally {
    if (kept) await dropPieces(office, uploads)
    else await dropAll(office, stored)
  }
}

function isInfected(file: StoredUpload): boolean {
  return file.heldBecause === 'infected'
}

async function receive(office: Office, tx: Tx, asked: Asked, stored: StoredUpload[], text: string) {
  const { request, item, clientId, onBehalf } = asked
  if (onBehalf) await useBehalfLink(office, tx, onBehalf.id)
  const via = onBehalf ? ('member' as const) : ('portal' as const)
  const address = onBehalf ? null : asked.email
  const story = await joinArrival(office, tx, request, { clientId, via, address })
  const usable = stored.filter((file) => !isInfected(file))
  const answerId =
    usable.length > 0 || text
      ? await answerTo(office, tx, story.arrival, item, {
          accessId: asked.accessId ?? undefined,
          text: text || undefined,
          onBehalf: onBehalf ? { by: onBehalf.by.memberId, road: onBehalf.road } : undefined,
        })
      : null
  const about = {
    firmId: request.firmId,
    matterId: request.matterId,
    requestId: request.id,
    clientId,
    arrivalId: story.arrival.id,
  }
  const settled = {
    settledAt: office.clock(),
    settledBy: onBehalf?.by.memberId ?? null,
    createdAt: office.clock(),
  }
  const mayReceipt = onBehalf ? onBehalf.receipt && request.announcedAt !== null : true
  for (const file of stored)
    await tx
      .insert(files)
      .values({ ...file, ...about, ...settled, answerId: isInfected(file) ? null : answerId })
  if (!onBehalf)
    await keepRequestConfirmation(office, tx, { requestId: request.id, clientId, via: 'portal', email: null })
  const client = (await audienceOf(tx, request.matterId, request.id)).find((one) => one.clientId === clientId)
  await announce(office, tx, {
    kind: 'answerReceived',
    by: onBehalf?.by ?? { kind: 'client', firmId: request.firmId, clientId },
    matterId: request.matterId,
    clientId,
    subjectId: request.id,
    facts: { via, itemId: item.id, files: stored.length, ...(onBehalf && { road: onBehalf.road }) },
    tell: [
      ...(answerId
        ? await refreshArrivals(office, tx, request, [item.id])
        : await tellOfArrival(office, tx, request, story.arrival.id)),
      ...(client && mayReceipt ? await receiptFor(office, tx, story, client, null) : []),
    ],
  })
  const settledBy = onBehalf?.by ?? ({ kind: 'system', firmId: request.firmId } as const)
  await settleRequest(office, tx, settledBy, request)
  return { requestId: request.id, counts: countsOf(await itemsOf(tx, request.id)) }
}
