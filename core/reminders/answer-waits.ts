import { and, eq, gt, isNull, notExists, or, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { inboundMessages, reminders } from '#db/schema/replies.ts'

/** So long a mail in quarantine keeps reminders back: whoever knows a reply address could else silence them for good. */
const mostDays = 14

function isWaiting(now: Date): SQL | undefined {
  const since = new Date(now.getTime() - mostDays * 24 * 3_600_000)
  return and(eq(inboundMessages.state, 'quarantined'), gt(inboundMessages.receivedAt, since))
}

/** True while a mail that may answer the request, as this client's, waits for a member's decision. */
export async function answerWaits(
  tx: Query,
  requestId: string,
  clientId: string,
  now: Date,
): Promise<boolean> {
  const [one] = await tx
    .select({ id: inboundMessages.id })
    .from(inboundMessages)
    .where(
      and(
        eq(inboundMessages.clientId, clientId),
        or(eq(inboundMessages.requestId, requestId), isNull(inboundMessages.matterId)),
        isWaiting(now),
      ),
    )
    .limit(1)
  return one !== undefined
}

/** The same, of rows of `reminders` in a query: none waits. */
export function noAnswerWaits(tx: Query, now: Date): SQL {
  return notExists(
    tx
      .select({ id: inboundMessages.id })
      .from(inboundMessages)
      .where(
        and(
          eq(inboundMessages.clientId, reminders.clientId),
          or(eq(inboundMessages.requestId, reminders.requestId), isNull(inboundMessages.matterId)),
          isWaiting(now),
        ),
      ),
  )
}
