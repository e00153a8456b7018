import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { requests } from '#db/schema/communication.ts'

/** The condition that a request is the matter's and still waits for something. */
export function openRequestsOf(matterId: string): SQL | undefined {
  return and(
    eq(requests.matterId, matterId),
    inArray(requests.status, ['open', 'partial']),
    isNull(requests.deletedAt),
  )
}
