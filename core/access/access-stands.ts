import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accesses } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { NotFound } from '../errors.ts'
import type { ClientSession } from './client-session.ts'

/** Nothing happens when the session's access still stands; throws NotFound once it was removed or its client has left. */
export async function accessStands(tx: Query, session: ClientSession): Promise<void> {
  const [living] = await tx
    .select({ id: accesses.id })
    .from(accesses)
    .innerJoin(clients, eq(clients.id, accesses.clientId))
    .where(and(eq(accesses.id, session.accessId), isNull(accesses.removedAt), isNull(clients.leftAt)))
  if (!living) throw new NotFound()
}
