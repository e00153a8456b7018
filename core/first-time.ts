import type { Tx } from '#db/database.ts'
import { interactions } from '#db/schema/delivery.ts'
import type { Office } from './office.ts'

/**
 * True when this interaction has had no effect yet; it is then taken, in the transaction of its effect.
 * Without a key every call is a first one.
 */
export async function firstTime(
  office: Office,
  tx: Tx,
  firmId: string,
  key: string | undefined,
): Promise<boolean> {
  if (key === undefined) return true
  const taken = await tx
    .insert(interactions)
    .values({ firmId, key, at: office.clock() })
    .onConflictDoNothing()
    .returning({ key: interactions.key })
  return taken.length === 1
}
