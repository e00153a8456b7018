import { and, eq } from 'drizzle-orm'
import { pushSubscriptions } from '#db/schema/access.ts'
import type { ClientSession } from '../access/session/client-session.ts'
import type { Office } from '../office.ts'
import { pushKeys } from './push-keys.ts'

/** What a browser needs to ask for push: our public key, and whether this session is told already. */
export type PushOffered = { publicKey: string; told: boolean }

/** Whether a session may ask to be told on its phone; null where nobody is, and for a member who only looks. */
export async function pushOffered(office: Office, session: ClientSession): Promise<PushOffered | null> {
  const { secretKey, pushServices } = office.config
  if (pushServices.length === 0 || session.borrowedBy) return null
  const [row] = await office.db.read
    .select({ id: pushSubscriptions.id })
    .from(pushSubscriptions)
    .where(
      and(eq(pushSubscriptions.sessionId, session.sessionId), eq(pushSubscriptions.firmId, session.firmId)),
    )
    .limit(1)
  return { publicKey: pushKeys(secretKey).publicKey, told: row !== undefined }
}
