import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { deadAddresses } from '#db/schema/clients.ts'

/** Mail is sent to these addresses again: whoever writes an address into a contact sheet says that it works. */
export async function reviveAddresses(tx: Tx, firmId: string, addresses: string[]): Promise<void> {
  if (addresses.length === 0) return
  await tx
    .delete(deadAddresses)
    .where(and(eq(deadAddresses.firmId, firmId), inArray(deadAddresses.email, addresses)))
}
