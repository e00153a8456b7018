import { eq, inArray } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { newsConfirmations } from '#db/schema/communication.ts'
import { audienceOf } from '../matters/audience.ts'
import type { News } from './news-for.ts'

/** A client whom urgent news is for, how to phone them, and when they confirmed it. */
export type Confirmer = { clientId: string; name: string; phones: string[]; confirmedAt: Date | null }

/** Everybody whom a piece of urgent news is for. */
export async function confirmersOf(tx: Query, piece: Pick<News, 'id' | 'matterId'>): Promise<Confirmer[]> {
  const audience = await audienceOf(tx, piece.matterId, piece.id)
  if (audience.length === 0) return []
  const kept = await tx.select().from(newsConfirmations).where(eq(newsConfirmations.newsId, piece.id))
  const phones = await tx
    .select({ id: clients.id, phones: clients.phones })
    .from(clients)
    .where(
      inArray(
        clients.id,
        audience.map((one) => one.clientId),
      ),
    )
  return audience.map(({ clientId, name }) => ({
    clientId,
    name,
    phones: phones.find((one) => one.id === clientId)?.phones ?? [],
    confirmedAt: kept.find((one) => one.clientId === clientId)?.at ?? null,
  }))
}
