import { and, inArray, isNotNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'

/** Whether any of the clients may be contacted in one safe way alone: then nothing on a screen may say from whom it comes. */
export async function haveSafeContact(tx: Query, clientIds: string[]): Promise<boolean> {
  const [one] = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(inArray(clients.id, clientIds), isNotNull(clients.safeContact)))
    .limit(1)
  return one !== undefined
}
