import { inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { filePasswords } from '#db/schema/replies.ts'

/** The passwords of files that are gone are gone as well. */
export async function forgetPasswords(tx: Tx, fileIds: string[]): Promise<void> {
  if (fileIds.length > 0) await tx.delete(filePasswords).where(inArray(filePasswords.fileId, fileIds))
}
