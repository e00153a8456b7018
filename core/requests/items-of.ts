import { and, asc, isNull } from 'drizzle-orm'
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
  const items = new Map<string, Item[]>()
  if (requestIds.length === 0) return items
  const rows = await living(tx, { requestIds })
  for (const item of rows) items.set(item.requestId, [...(items.get(item.requestId) ?? []), item])
  return items
}

const living = statement((tx) =>
  tx
    .select()
    .from(requestItems)
    .where(and(among(requestItems.requestId, givenList('requestIds')), isNull(requestItems.removedAt)))
    .orderBy(asc(requestItems.requestId), asc(requestItems.position)),
)
