import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { news, requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { matterInNote } from '../matters/who-is-told.ts'
import { confirmersOf, requestConfirmersOf } from '../news/unconfirmed.ts'
import type { ChatNoteContent } from './chat-note.ts'

/** Who has confirmed urgent news and who is to be phoned; null where it was taken back. */
export async function unconfirmedContent(tx: Query, newsId: string): Promise<ChatNoteContent | null> {
  const [found] = await tx
    .select({ piece: news, matter: matters })
    .from(news)
    .innerJoin(matters, eq(matters.id, news.matterId))
    .where(and(eq(news.id, newsId), isNull(news.deletedAt)))
  if (!found) return null
  const asked = await confirmersOf(tx, found.piece)
  const told = asked.map(({ name, phones, confirmedAt }) => ({ name, phones, confirmedAt }))
  return { kind: 'newsUnconfirmed', newsId, matter: matterInNote(found.matter), clients: told }
}

/** The same of an urgent request. */
export async function unconfirmedRequestContent(
  tx: Query,
  requestId: string,
): Promise<ChatNoteContent | null> {
  const [found] = await tx
    .select({ request: requests, matter: matters })
    .from(requests)
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .where(and(eq(requests.id, requestId), isNull(requests.deletedAt)))
  if (!found) return null
  const asked = await requestConfirmersOf(tx, found.request)
  const clients = asked.map(({ name, phones, confirmedAt }) => ({ name, phones, confirmedAt }))
  const { title } = found.request
  return { kind: 'requestUnconfirmed', requestId, title, matter: matterInNote(found.matter), clients }
}
