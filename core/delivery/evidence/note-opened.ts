import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { outbox } from '#db/schema/delivery.ts'
import { write } from '#db/write.ts'
import type { Office } from '../../office.ts'

/**
 * A link from a letter was opened in a browser: the newest letter that has left with it says since when. There is no other
 * sign of reading: no picture is hidden in a letter, and programs that look through mail for their readers do not count.
 */
export async function noteOpened(
  office: Office,
  { replyAddressId }: { replyAddressId: string },
): Promise<void> {
  const [newest] = await office.db.read
    .select({ id: outbox.id, openedAt: outbox.openedAt })
    .from(outbox)
    .where(and(eq(outbox.replyAddressId, replyAddressId), isNotNull(outbox.acceptedAt)))
    .orderBy(desc(outbox.acceptedAt), desc(outbox.id))
    .limit(1)
  if (!newest || newest.openedAt) return
  await write(office.db, (tx) =>
    tx.update(outbox).set({ openedAt: office.clock() }).where(eq(outbox.id, newest.id)),
  )
}
