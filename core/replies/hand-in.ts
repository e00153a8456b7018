import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import type { ClientSession } from '../access/client-session.ts'
import { accessStands } from '../access/access-stands.ts'
import { matterInSight } from '../access/sight.ts'
import { announce } from '../announce.ts'
import { ItemClosed, NotFound, NothingHandedIn, TooManyFiles } from '../errors.ts'
import { optionalText } from '../field.ts'
import { storeFile, type StoredUpload } from '../files/store-file.ts'
import { audienceOf } from '../matters/audience.ts'
import type { Office } from '../office.ts'
import { itemsOf } from '../requests/items-of.ts'
import { countsOf, isSettled, type Counts, type Item, type Request } from '../requests/request.ts'
import { settleRequest } from '../requests/settle-request.ts'
import { uploadPass } from '../requests/upload-pass.ts'
import { answerTo, joinArrival } from './arrival.ts'
import { receiptFor } from './receipt.ts'
import { refreshArrivals } from './refresh-arrivals.ts'

/** Who hands in: somebody who has entered the portal, or who came by the upload link in an e-mail. */
export type Uploader = { session: ClientSession } | { uploadToken: string }

export type HandIn = {
  by: Uploader
  itemId: string
  /** Read one after the other, as they come. */
  files: AsyncIterable<UploadedFile> | Iterable<UploadedFile>
  text?: string
}

export type UploadedFile = { name: string; type: string; bytes: AsyncIterable<Uint8Array> }

const mostFiles = 20
/** Of one client for one request: whoever holds a link cannot fill the disk with it. */
const mostFilesADay = 300

/**
 * The item is received, with the files and the text as the client's answer; members are told and the client gets a receipt.
 * Throws NotFound, ItemClosed, NothingHandedIn, FileEmpty, FileTooLarge, TooManyFiles, TextTooLong, and changes nothing.
 */
export async function handIn(office: Office, wish: HandIn): Promise<{ requestId: string; counts: Counts }> {
  const text = optionalText('text', wish.text ?? '', 20_000)
  await askedItem(office, office.db.read, wish)
  const stored = await storeAll(office, wish.files)
  if (stored.length === 0 && text === '') throw new NothingHandedIn()
  try {
    // Asked again inside: what may have changed while the files were on their way counts as it stands now.
    const done = await write(office.db, async (tx) =>
      receive(office, tx, await askedItem(office, tx, wish), stored, text),
    )
    office.wake('outbox')
    return done
  } catch (error) {
    await drop(office, stored)
    throw error
  }
}

type Asked = { clientId: string; email: string; accessId: string | null; item: Item; request: Request }

async function askedItem(office: Office, tx: Query, wish: HandIn): Promise<Asked> {
  const [found] = await tx
    .select({ item: requestItems, request: requests })
    .from(requestItems)
    .innerJoin(requests, eq(requests.id, requestItems.requestId))
    .where(and(eq(requestItems.id, wish.itemId), isNull(requestItems.removedAt), isNull(requests.deletedAt)))
  if (!found || found.request.announcedAt === null) throw new NotFound()
  const who = await whoHandsIn(office, tx, wish.by, found.request)
  const audience = await audienceOf(tx, found.request.matterId, found.request.id)
  if (!audience.some((client) => client.clientId === who.clientId)) throw new NotFound()
  if (isSettled(found.item) || found.request.status === 'cancelled') throw new ItemClosed()
  if (await handedInEnough(office, tx, found.request.id, who.clientId)) throw new TooManyFiles(mostFilesADay)
  return { ...who, ...found }
}

async function handedInEnough(
  office: Office,
  tx: Query,
  requestId: string,
  clientId: string,
): Promise<boolean> {
  const since = new Date(office.clock().getTime() - 24 * 3_600_000)
  const [given] = await tx
    .select({ number: sql<number>`count(*)`.as('number') })
    .from(files)
    .where(and(eq(files.requestId, requestId), eq(files.clientId, clientId), gt(files.createdAt, since)))
  return Number(given?.number ?? 0) >= mostFilesADay
}

async function whoHandsIn(office: Office, tx: Query, by: Uploader, request: Request) {
  if ('session' in by) {
    const session = await accessStands(tx, by.session)
    await matterInSight(tx, session, request.matterId)
    return {
      clientId: by.session.clientId,
      email: by.session.email.toLowerCase(),
      accessId: by.session.accessId,
    }
  }
  const pass = await uploadPass(office, tx, by.uploadToken)
  if (!pass || pass.requestId !== request.id) throw new NotFound()
  return { clientId: pass.clientId, email: pass.email, accessId: null }
}

async function storeAll(office: Office, incoming: HandIn['files']): Promise<StoredUpload[]> {
  const stored: StoredUpload[] = []
  try {
    for await (const file of incoming) {
      if (stored.length === mostFiles) throw new TooManyFiles(mostFiles)
      stored.push(await storeFile(office, file))
    }
    return stored
  } catch (error) {
    await drop(office, stored)
    throw error
  }
}

async function drop(office: Office, stored: StoredUpload[]): Promise<void> {
  for (const file of stored) await office.files.remove(file.storedAs)
}

async function receive(office: Office, tx: Tx, asked: Asked, stored: StoredUpload[], text: string) {
  const { request, item, clientId } = asked
  const story = await joinArrival(office, tx, request, { clientId, via: 'portal', address: asked.email })
  const answerId = await answerTo(office, tx, story.arrival, item, {
    accessId: asked.accessId ?? undefined,
    text: text || undefined,
  })
  const about = {
    firmId: request.firmId,
    matterId: request.matterId,
    requestId: request.id,
    clientId,
    answerId,
  }
  const settled = { arrivalId: story.arrival.id, settledAt: office.clock(), createdAt: office.clock() }
  for (const file of stored) await tx.insert(files).values({ ...file, ...about, ...settled })
  const client = (await audienceOf(tx, request.matterId, request.id)).find((one) => one.clientId === clientId)
  await announce(office, tx, {
    kind: 'answerReceived',
    by: { kind: 'client', firmId: request.firmId, clientId },
    matterId: request.matterId,
    clientId,
    subjectId: request.id,
    facts: { via: 'portal', itemId: item.id, files: stored.length },
    tell: [
      ...(await refreshArrivals(office, tx, request, [item.id])),
      ...(client ? await receiptFor(office, tx, story, client, null) : []),
    ],
  })
  await settleRequest(office, tx, { kind: 'system', firmId: request.firmId }, request)
  return { requestId: request.id, counts: countsOf(await itemsOf(tx, request.id)) }
}
