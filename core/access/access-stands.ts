import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accesses } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { NotFound } from '../errors.ts'
import { entryKindsOf } from './access.ts'
import type { ClientSession } from './client-session.ts'

/**
 * The session with what its access may see at this moment, which may have changed since it was read.
 * Throws NotFound once the access was removed, its client has left.
 */
export async function accessStands(tx: Query, session: ClientSession): Promise<ClientSession> {
  const [living] = await tx
    .select({ access: accesses })
    .from(accesses)
    .innerJoin(clients, eq(clients.id, accesses.clientId))
    .where(and(eq(accesses.id, session.accessId), isNull(accesses.removedAt), isNull(clients.leftAt)))
  if (!living) throw new NotFound()
  const { privateMatters, teamMatters } = living.access
  return { ...session, privateMatters, teamMatters, entryKinds: entryKindsOf(living.access) }
}
