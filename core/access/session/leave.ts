import { eq } from 'drizzle-orm'
import { previews, pushSubscriptions, sessions, stepUpCodes } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { sha256 } from '../../keys.ts'
import type { Office } from '../../office.ts'

/** The session behind the token is over, and its browser is told nothing more; one that was over already stays so. */
export async function leave(office: Office, sessionToken: string): Promise<void> {
  const id = sha256(sessionToken)
  await write(office.db, async (tx) => {
    await tx.delete(sessions).where(eq(sessions.id, id))
    await tx.delete(previews).where(eq(previews.id, id))
    await tx.delete(pushSubscriptions).where(eq(pushSubscriptions.sessionId, id))
    await tx.delete(stepUpCodes).where(eq(stepUpCodes.sessionId, id))
  })
}
