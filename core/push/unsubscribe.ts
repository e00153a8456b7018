import { and, eq } from 'drizzle-orm'
import { pushSubscriptions } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { mayAct } from '../access/access-stands.ts'
import type { ClientSession } from '../access/session/client-session.ts'
import type { Office } from '../office.ts'

/** This browser is told nothing more; one that was not told stays so. Throws LookingOnly and NotFound. */
export async function unsubscribe(
  office: Office,
  wish: { by: ClientSession; endpoint: string },
): Promise<void> {
  await write(office.db, async (tx) => {
    const { accessId } = await mayAct(office, tx, wish.by)
    const theirs = and(
      eq(pushSubscriptions.endpoint, wish.endpoint),
      eq(pushSubscriptions.accessId, accessId),
    )
    await tx.delete(pushSubscriptions).where(theirs)
  })
}
