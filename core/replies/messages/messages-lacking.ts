import { and, eq, isNotNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { toldAgain } from '../../delivery/told-again.ts'
import type { ChatTelling } from '../../notices.ts'
import type { Request } from '../../requests/request.ts'

/** Brings the chat messages up to date in which a client said that they do not have this item. */
export async function messagesLacking(tx: Query, request: Request, itemId: string): Promise<ChatTelling[]> {
  const rows = await tx
    .select({ id: inboundMessages.id, said: inboundMessages.said })
    .from(inboundMessages)
    .where(and(eq(inboundMessages.requestId, request.id), isNotNull(inboundMessages.said)))
  const tellings: ChatTelling[] = []
  for (const { id, said } of rows)
    if (said?.lacking?.itemId === itemId)
      tellings.push(...(await toldAgain(tx, request.firmId, id, 'messageArrived')))
  return tellings
}
