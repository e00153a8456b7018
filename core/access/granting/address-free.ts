import { and, eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accesses } from '#db/schema/access.ts'
import { AddressTaken } from '../../errors.ts'

/** Throws AddressTaken, with the access that has it, unless the address (in its stored form) is free in this firm or its own. */
export async function requireFree(
  tx: Query,
  firmId: string,
  email: string,
  ownAccessId?: string,
): Promise<void> {
  const [taken] = await tx
    .select({ accessId: accesses.id, name: accesses.name })
    .from(accesses)
    .where(and(eq(accesses.firmId, firmId), eq(accesses.livingEmail, email)))
  if (taken && taken.accessId !== ownAccessId) throw new AddressTaken(taken)
}
