import { and, asc, isNull, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requestItems } from '#db/schema/communication.ts'
import { among, givenList, statement } from '#db/statement.ts'
import type { Item } from './request.ts'

/** The living items of one request, in their order. */
export async function itemsOf(tx: Query, requestId: string): Promise<Item[]> {
  return (await itemsOfAll(tx, [requestId])).get(requestId) ?? []
}

/** The living items of many requests, by request. */
export async function itemsOfAll(tx: Query, requestIds: string[]): Promise<Map<string, Item[]>> {
  return requestIds.length === 0 ? new Map() : byRequest(await living(tx, { requestIds }))
}

/** Items by the request they are asked in. */
export function byRequest(items: Item[]): Map<string, Item[]> {
  return Map.groupBy(items, (item) => item.requestId)
}

/** A query of the living items of some requests, in their order. */
export function livingItems(tx: Query, ofWhich: SQL) {
  return tx
    .select()
    .from(requestItems)
    .where(and(ofWhich, isNull(requestItems.removedAt)))
    .orderBy(asc(requestItems.requestId), asc(requestItems.position))
}

const living = statement((tx) => livingItems(tx, among(requestItems.requestId, givenList('requestIds'))))
