import { asc, eq, isNull } from 'drizzle-orm'
import { clients, clientWords } from '#db/schema/clients.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'
import { indexClient } from './client-words.ts'

/** Clients who were there before clients could be searched are found from now on; at most 500 at a time. */
export async function indexClients(office: Office): Promise<void> {
  const left = await office.db.read
    .select({ id: clients.id })
    .from(clients)
    .leftJoin(clientWords, eq(clientWords.clientId, clients.id))
    .where(isNull(clientWords.clientId))
    .orderBy(asc(clients.id))
    .limit(500)
  for (const { id } of left) await write(office.db, (tx) => indexClient(tx, id))
}
