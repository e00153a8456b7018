import { eq, inArray, or } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { renditions } from '#db/schema/renditions.ts'

/**
 * What was made of a file, and of the answer it was part of, is gone for whoever might open it; gives back the keys whose bytes
 * are to be removed once the transaction stands.
 */
export async function forgetMade(
  tx: Tx,
  { fileIds = [], answerId }: { fileIds?: string[]; answerId?: string | null },
): Promise<string[]> {
  const ofAnswer = answerId ? eq(renditions.answerId, answerId) : undefined
  const ofFiles = fileIds.length > 0 ? inArray(renditions.fileId, fileIds) : undefined
  const which = or(ofAnswer, ofFiles)
  if (!which) return []
  const gone = await tx.delete(renditions).where(which).returning({ storedAs: renditions.storedAs })
  return gone.flatMap(({ storedAs }) => storedAs || [])
}
