import type { requestItems, requests } from '#db/schema/communication.ts'

export type Request = typeof requests.$inferSelect
export type Item = typeof requestItems.$inferSelect
export type ItemStatus = Item['status']
export type Counts = {
  total: number
  /** Handed in or settled: all that is not wanted from the client at this moment. */
  received: number
  /** Approved or waived. */
  settled: number
}

/** How many items there are, how many are in, and how many are done with. */
export function countsOf(items: { status: ItemStatus }[]): Counts {
  return {
    total: items.length,
    received: items.filter((item) => !isWanted(item)).length,
    settled: items.filter(isSettled).length,
  }
}

/** The client must still act: nothing came yet, or what came was rejected. */
export function isWanted(item: { status: ItemStatus }): boolean {
  return item.status === 'pending' || item.status === 'rejected'
}

/** Nobody has to act any more. */
export function isSettled(item: { status: ItemStatus }): boolean {
  return item.status === 'approved' || item.status === 'waived'
}

/** `open`: all pending; `fulfilled`: each approved or waived; `partial`: anything between. */
export function statusOf(items: { status: ItemStatus }[]): 'open' | 'partial' | 'fulfilled' {
  if (items.every(isSettled)) return 'fulfilled'
  return items.every((item) => item.status === 'pending') ? 'open' : 'partial'
}

/** Neither fulfilled nor cancelled nor deleted: the client may still be asked. */
export function isLive(request: Pick<Request, 'status' | 'deletedAt'>): boolean {
  return request.deletedAt === null && (request.status === 'open' || request.status === 'partial')
}
