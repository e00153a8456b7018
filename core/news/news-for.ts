import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { news } from '#db/schema/communication.ts'
import { NotFound } from '../errors.ts'
import { matterFor, type Matter } from '../matters/matter-for.ts'
import type { MemberActor } from '../members/actor.ts'

export type News = typeof news.$inferSelect

/** A piece of news that has not been deleted, with its matter, when the member may work on it. Throws NotFound. */
export async function newsFor(
  tx: Query,
  by: MemberActor,
  newsId: string,
): Promise<{ piece: News; matter: Matter }> {
  const [piece] = await tx
    .select()
    .from(news)
    .where(and(eq(news.id, newsId), eq(news.firmId, by.firmId), isNull(news.deletedAt)))
  if (!piece) throw new NotFound()
  return { piece, matter: await matterFor(tx, by, piece.matterId) }
}
