import { eq } from 'drizzle-orm'
import { sessions } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { sha256 } from '../keys.ts'
import type { Office } from '../office.ts'

/** The session behind the token is over; one that was over already stays so. */
export async function leave(office: Office, sessionToken: string): Promise<void> {
  await write(office.db, (tx) => tx.delete(sessions).where(eq(sessions.id, sha256(sessionToken))))
}
