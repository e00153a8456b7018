import type { HistoryEntry } from '#core/matters/matter-for-client.ts'
import type { RequestSeen } from '#core/requests/request-seen.ts'

/** One thing that happened in a matter, as a client reads it. */
export type Happening =
  | HistoryEntry
  | {
      kind: 'request' | 'answer'
      id: string
      at: Date
      title: string
      author: string | null
      requestId: string
    }

/** Everything in order, newest first: what core tells of a matter, and between it what was asked and handed in. */
export function happened(history: HistoryEntry[], requests: RequestSeen[]): Happening[] {
  const asked = requests.flatMap((request) => [
    {
      kind: 'request' as const,
      id: request.id,
      at: request.at,
      title: request.title,
      author: request.author,
      requestId: request.id,
    },
    ...request.items.flatMap((item) =>
      item.answers.map(({ id, at }) => ({
        kind: 'answer' as const,
        id,
        at,
        title: item.title,
        author: null,
        requestId: request.id,
      })),
    ),
  ])
  return [...history, ...asked].sort((a, b) => b.at.getTime() - a.at.getTime())
}
