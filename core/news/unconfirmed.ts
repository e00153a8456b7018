import { eq, inArray } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { newsConfirmations, requestConfirmations } from '#db/schema/communication.ts'
import { audienceOf } from '../matters/audience.ts'
import type { Request } from '../requests/request.ts'
import type { News } from './news-for.ts'

/** A client whom urgent news is for, how to phone them, and when they confirmed it. */
export type Confirmer = { clientId: string; name: string; phones: string[]; confirmedAt: Date | null }

/** Everybody whom a piece of urgent news is for. */
export async function confirmersOf(tx: Query, piece: Pick<News, 'id' | 'matterId'>): Promise<Confirmer[]> {
  const kept = await tx.select().from(newsConfirmations).where(eq(newsConfirmations.newsId, piece.id))
  return withPhones(tx, piece, kept)
}

/** Everybody of whom an urgent request asks something. */
export async function requestConfirmersOf(
  tx: Query,
  request: Pick<Request, 'id' | 'matterId'>,
): Promise<Confirmer[]> {
  const kept = await tx
    .select()
    .from(requestConfirmations)
    .where(eq(requestConfirmations.requestId, request.id))
  return withPhones(tx, request, kept)
}

async function withPhones(
  tx: Query,
  subject: { id: string; matterId: string },
  kept: { clientId: string; at: Date }[],
): Promise<Confirmer[]> {
  const audience = await audienceOf(tx, subject.matterId, subject.id)
  if (audience.length === 0) return []
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
