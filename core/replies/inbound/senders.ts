import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { requests } from '#db/schema/communication.ts'
import { clientsWriting } from '../../clients/recipients.ts'
import { audienceIds } from '../../matters/audience.ts'
import type { Match } from './find-match.ts'
import type { IncomingMail } from './incoming-mail.ts'

export type Senders = {
  /** Clients who write from the mail's one sender and to whom its subject was addressed; empty: unknown. */
  clientIds: string[]
  /** What such a sender may answer. */
  requestIds: string[]
}

/**
 * Who, of those the subject was for, writes from the mail's one sender. A co-client whom nobody asked is no more known
 * than a stranger; nobody is when From is not exactly one address.
 */
export async function sendersOf(tx: Tx, match: Match, mail: Pick<IncomingMail, 'from'>): Promise<Senders> {
  const address = mail.from[0]?.address
  if (!address || mail.from.length !== 1) return { clientIds: [], requestIds: [] }
  if (match.matterId === null) return bundleSender(tx, match, address)
  const [writing, asked] = await Promise.all([
    clientsWriting(tx, match.matterId, address),
    audienceIds(tx, match.requestIds[0] ?? match.newsId ?? ''),
  ])
  return { clientIds: writing.filter((id) => asked.has(id)), requestIds: match.requestIds }
}

// Each request of a bundle is asked for itself: an accountant of one matter answers for that one alone.
async function bundleSender(tx: Tx, match: Match, address: string): Promise<Senders> {
  const asked = match.requestIds.length
    ? await tx
        .select({ id: requests.id, matterId: requests.matterId })
        .from(requests)
        .where(inArray(requests.id, match.requestIds))
    : []
  const open = new Set<string>()
  for (const { id, matterId } of asked) {
    if ((await clientsWriting(tx, matterId, address)).includes(match.clientId)) open.add(id)
  }
  const requestIds = match.requestIds.filter((id) => open.has(id))
  if (requestIds.length > 0) return { clientIds: [match.clientId], requestIds }
  const [main] = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.id, match.clientId), eq(clients.email, address), isNull(clients.leftAt)))
  return { clientIds: main ? [main.id] : [], requestIds: [] }
}
