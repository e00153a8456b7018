import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { chatTenants } from '#db/schema/firms.ts'

/**
 * Whoever let the app into the firm's workspaces may not become its first admin any more. Only while nobody has been an admin
 * in chat may they, and of one who has left, or is a lawyer since, no other record stays.
 */
export async function forgetInstaller(tx: Tx, firmId: string): Promise<void> {
  await tx.update(chatTenants).set({ installedBy: null }).where(eq(chatTenants.firmId, firmId))
}
