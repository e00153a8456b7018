import { and, eq } from 'drizzle-orm'
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

/** What an interaction has made is known from then on; in the transaction of its effect. */
export async function keepBecame(
  tx: Tx,
  firmId: string,
  key: string | undefined,
  became: string,
): Promise<void> {
  if (key === undefined) return
  await tx.update(interactions).set({ became }).where(isOf(firmId, key))
}

/** The id of what an interaction made when it came first; null where it made nothing. */
export async function becameOf(tx: Tx, firmId: string, key: string | undefined): Promise<string | null> {
  if (key === undefined) return null
  const [row] = await tx.select({ became: interactions.became }).from(interactions).where(isOf(firmId, key))
  return row?.became ?? null
}

function isOf(firmId: string, key: string) {
  return and(eq(interactions.firmId, firmId), eq(interactions.key, key))
}
