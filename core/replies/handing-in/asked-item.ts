import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { files } from '#db/schema/replies.ts'
import { mayAct } from '../../access/access-stands.ts'
import type { ClientSession } from '../../access/session/client-session.ts'
import { matterInSight } from '../../access/sight.ts'
import { ItemClosed, NotFound, TooManyFiles } from '../../errors.ts'
import { audienceOf } from '../../matters/audience.ts'
import type { Office } from '../../office.ts'
import { isSettled, type Item, type Request } from '../../requests/request.ts'
import { uploadPass } from '../../requests/upload-pass.ts'
import { behalfLink, type BehalfLink } from './behalf-link.ts'
import { isBehalfToken } from '../behalf-mark.ts'
import { answerable } from './enter-answer.ts'

/** Who hands in: somebody who has entered the portal, or who came by the upload link in an e-mail, or a member by a link of theirs. */
export type Uploader = { session: ClientSession } | { uploadToken: string }

export type Asked = {
  /** Of several clients who are one person, the one whom it was asked of. */
  clientId: string
  email: string
  accessId: string | null
  /** The member who hands it in for the client, to whom it had come by that road; null where the client does. */
  onBehalf: BehalfLink | null
  /** `access:`, `address:` or `behalf:` with an id: what was sent by one way in is gone on with by the same. */
  sender: string
  item: Item
  request: Request
}

/** Of one client for one request: whoever holds a link cannot fill the disk with it. */
const mostFilesADay = 300
/** And no more bytes than so many hand-ins of the largest size. */
const mostFullHandInsADay = 20

/**
 * The item as one that this person may answer now. Throws NotFound, LookingOnly, ItemClosed, MatterClosed, and TooManyFiles
 * for who has handed in enough for a day.
 */
export async function askedItem(office: Office, tx: Query, by: Uploader, itemId: string): Promise<Asked> {
  if ('uploadToken' in by && isBehalfToken(by.uploadToken))
    return askedOnBehalf(office, tx, by.uploadToken, itemId)
  const [found] = await tx
    .select({ item: requestItems, request: requests })
    .from(requestItems)
    .innerJoin(requests, eq(requests.id, requestItems.requestId))
    .where(and(eq(requestItems.id, itemId), isNull(requestItems.removedAt), isNull(requests.deletedAt)))
  if (!found || found.request.announcedAt === null) throw new NotFound()
  const { clientIds, ...who } = await whoHandsIn(office, tx, by, found.request)
  const audience = await audienceOf(tx, found.request.matterId, found.request.id)
  const clientId = clientIds.find((id) => audience.some((client) => client.clientId === id))
  if (clientId === undefined) throw new NotFound()
  if (isSettled(found.item) || found.request.status === 'cancelled') throw new ItemClosed()
  if (await handedInEnough(office, tx, found.request.id, clientId)) throw new TooManyFiles(mostFilesADay)
  return { ...who, clientId, onBehalf: null, ...found }
}

async function askedOnBehalf(office: Office, tx: Query, token: string, itemId: string): Promise<Asked> {
  const link = await behalfLink(office, tx, token)
  if (!link || link.used || link.itemId !== itemId) throw new NotFound()
  const { by, clientId } = link
  const { item, request } = await answerable(tx, { by, itemId, clientId })
  if (await handedInEnough(office, tx, request.id, clientId)) throw new TooManyFiles(mostFilesADay)
  return {
    ...{ clientId, item, request, email: '' },
    accessId: null,
    onBehalf: link,
    sender: `behalf:${link.id}`,
  }
}

async function handedInEnough(
  office: Office,
  tx: Query,
  requestId: string,
  clientId: string,
): Promise<boolean> {
  const since = new Date(office.clock().getTime() - 24 * 3_600_000)
  const [given] = await tx
    .select({
      number: sql<number>`count(*)`.as('number'),
      bytes: sql<number>`coalesce(sum(${files.size}), 0)`.as('bytes'),
    })
    .from(files)
    .where(and(eq(files.requestId, requestId), eq(files.clientId, clientId), gt(files.createdAt, since)))
  const mostBytes = mostFullHandInsADay * office.config.maxMessageBytes
  return Number(given?.number ?? 0) >= mostFilesADay || Number(given?.bytes ?? 0) >= mostBytes
}

/** Whom they stand for, as whoever may hand in for this request. Throws NotFound, LookingOnly. */
export async function whoHandsIn(office: Office, tx: Query, by: Uploader, request: Request) {
  if ('session' in by) {
    const session = await mayAct(office, tx, by.session)
    await matterInSight(tx, session, request.matterId)
    const { clientIds, email, accessId } = session
    return { clientIds, email: email.toLowerCase(), accessId, sender: `access:${accessId}` }
  }
  const pass = await uploadPass(office, tx, by.uploadToken)
  if (!pass || pass.requestId !== request.id) throw new NotFound()
  const [addressId] = by.uploadToken.split('-')
  return { clientIds: [pass.clientId], email: pass.email, accessId: null, sender: `address:${addressId}` }
}
