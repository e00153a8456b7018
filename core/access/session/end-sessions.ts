import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { previews, pushSubscriptions, sessions, stepUpCodes } from '#db/schema/access.ts'

/** Nobody is inside by this access any more, nor looks through it, nor is told anything by push; downloads under way end. */
export async function endSessions(tx: Tx, accessId: string): Promise<void> {
  for (const table of [sessions, previews, pushSubscriptions, stepUpCodes]) {
    await tx.delete(table).where(eq(table.accessId, accessId))
  }
}
