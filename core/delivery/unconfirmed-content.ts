import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { news } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { matterInNote } from '../matters/who-is-told.ts'
import { confirmersOf } from '../news/unconfirmed.ts'
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
