import { eq } from 'drizzle-orm'
import { pushSubscriptions } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'

/** Nothing is sent to this phone any more: its push service does not know it, or its session is over. */
export async function dropSubscription(office: Office, subscriptionId: string): Promise<void> {
  await write(office.db, (tx) => tx.delete(pushSubscriptions).where(eq(pushSubscriptions.id, subscriptionId)))
}
