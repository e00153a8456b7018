import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { TaxIdTaken } from '../errors.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { clientsInReach } from './clients-in-reach.ts'

/**
 * Throws TaxIdTaken where another living client with whom the member deals has this tax id, as it is stored: most likely the same one,
 * written down twice. Of whom they do not deal with they learn nothing, and an import is believed.
 */
export async function requireFreeTaxId(
  tx: Query,
  by: MemberActor | SystemActor,
  taxId: string | null,
): Promise<void> {
  if (by.kind === 'system' || taxId === null) return
  const [same] = await tx
    .select({ name: clients.name })
    .from(clients)
    .where(
      and(
        eq(clients.firmId, by.firmId),
        eq(sql`lower(${clients.taxId})`, taxId.toLowerCase()),
        isNull(clients.leftAt),
        clientsInReach(by),
      ),
    )
    .limit(1)
  if (same) throw new TaxIdTaken(taxId, same.name)
}
