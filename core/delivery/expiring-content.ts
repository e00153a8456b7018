import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { answers } from '#db/schema/replies.ts'
import { matterInNote } from '../matters/who-is-told.ts'
import type { ChatNoteContent } from './chat-note.ts'

/** What expires before long, whose it is, and whether it was asked for again; null where it does not expire any more. */
export async function expiringContent(tx: Query, itemId: string): Promise<ChatNoteContent | null> {
  const [found] = await tx
    .select({ item: requestItems, matter: matters, client: clients.name })
    .from(requestItems)
    .innerJoin(requests, eq(requests.id, requestItems.requestId))
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .innerJoin(answers, and(eq(answers.itemId, requestItems.id), isNull(answers.withdrawnAt)))
    .innerJoin(clients, eq(clients.id, answers.clientId))
    .where(eq(requestItems.id, itemId))
    .orderBy(desc(answers.createdAt))
    .limit(1)
  if (!found?.item.expiresOn) return null
  const { item, matter, client } = found
  return {
    kind: 'itemExpiring',
    itemId,
    matter: matterInNote(matter),
    client,
    item: item.title,
    expiresOn: found.item.expiresOn,
    renewed: item.renewedBy !== null,
  }
}
