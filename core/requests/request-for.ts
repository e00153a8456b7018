import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { NotFound } from '../errors.ts'
import { matterFor, type Matter } from '../matters/matter-for.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Item, Request } from './request.ts'

/** A request that has not been deleted, with its matter, when the member may work on it. Throws NotFound. */
export async function requestFor(
  tx: Query,
  by: MemberActor,
  requestId: string,
): Promise<{ request: Request; matter: Matter }> {
  const [request] = await tx
    .select()
    .from(requests)
    .where(and(eq(requests.id, requestId), eq(requests.firmId, by.firmId), isNull(requests.deletedAt)))
  if (!request) throw new NotFound()
  return { request, matter: await matterFor(tx, by, request.matterId) }
}

/** A living item with its request and matter, when the member may work on it. Throws NotFound. */
export async function itemFor(
  tx: Query,
  by: MemberActor,
  itemId: string,
): Promise<{ item: Item; request: Request; matter: Matter }> {
  const [item] = await tx
    .select()
    .from(requestItems)
    .where(
      and(eq(requestItems.id, itemId), eq(requestItems.firmId, by.firmId), isNull(requestItems.removedAt)),
    )
  if (!item) throw new NotFound()
  return { item, ...(await requestFor(tx, by, item.requestId)) }
}
