import type { ClientSession } from '../access/session/client-session.ts'
import { matterInSight } from '../access/sight.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { requestsSeenBy, type RequestSeen } from './request-seen.ts'

/** A request the session's client sees. Throws NotFound for any other. */
export async function requestForClient(
  office: Office,
  session: ClientSession,
  requestId: string,
): Promise<RequestSeen & { matterTitle: string; matterClosed: boolean }> {
  const [request] = await requestsSeenBy(office.db.read, session, office.clock(), { requestId })
  if (!request) throw new NotFound()
  const matter = await matterInSight(office.db.read, session, request.matterId)
  return { ...request, matterTitle: matter.title, matterClosed: matter.closedAt !== null }
}
