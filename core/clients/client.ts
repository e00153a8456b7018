import { and, eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { NotFound } from '../errors.ts'

export type Client = typeof clients.$inferSelect

/** The client's row within the firm. Throws NotFound. */
export async function clientOf(tx: Query, firmId: string, clientId: string): Promise<Client> {
  const [client] = await tx
    .select()
    .from(clients)
    .where(and(eq(clients.id, clientId), eq(clients.firmId, firmId)))
  if (!client) throw new NotFound()
  return client
}
