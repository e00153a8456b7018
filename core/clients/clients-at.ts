import { and, asc, eq, exists, isNull, or } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { clientsInReach } from './clients-in-reach.ts'

/**
 * The living clients of the firm, as far as the actor deals with them, whose address it is: the main one or, unless contact
 * with them is to be safe, a further one of whatever matters. `email` is in lower case.
 */
export async function clientsAt(
  tx: Query,
  by: MemberActor | SystemActor,
  email: string,
): Promise<{ id: string; name: string }[]> {
  const further = tx
    .select({ id: additionalEmails.id })
    .from(additionalEmails)
    .where(and(eq(additionalEmails.clientId, clients.id), eq(additionalEmails.email, email)))
  return tx
    .select({ id: clients.id, name: clients.name })
    .from(clients)
    .where(
      and(
        eq(clients.firmId, by.firmId),
        isNull(clients.leftAt),
        or(eq(clients.email, email), and(isNull(clients.safeContact), exists(further))),
        clientsInReach(by),
      ),
    )
    .orderBy(asc(clients.id))
}
