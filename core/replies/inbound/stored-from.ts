import { and, eq, inArray } from 'drizzle-orm'
import { inboundMessages } from '#db/schema/replies.ts'
import type { Office } from '../../office.ts'
import type { InboundState } from '../receive-reply.ts'

const mostAtOnce = 500

/** Where the handling of a source's mails stands; one that is not in the answer was never stored. */
export async function storedFrom(
  office: Office,
  source: string,
  sourceKeys: string[],
): Promise<Map<string, InboundState>> {
  const found = new Map<string, InboundState>()
  for (let at = 0; at < sourceKeys.length; at += mostAtOnce) {
    const rows = await office.db.read
      .select({ key: inboundMessages.sourceKey, state: inboundMessages.state })
      .from(inboundMessages)
      .where(
        and(
          eq(inboundMessages.source, source),
          inArray(inboundMessages.sourceKey, sourceKeys.slice(at, at + mostAtOnce)),
        ),
      )
    for (const { key, state } of rows) found.set(key, state)
  }
  return found
}
