import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accessExtensions, accesses, pushSubscriptions } from '#db/schema/access.ts'
import { clientsBehind } from '../access/clients-behind.ts'
import { sessionOf } from '../access/session/client-session.ts'
import { firmOf } from '../firms/firm.ts'
import type { PushTelling } from '../notices.ts'
import type { Locale } from '../words/locale.ts'
import { mattersSeen } from './matters-seen.ts'

/** A browser that takes push messages, and in which language its reader reads. */
export type PhoneToTell = { subscriptionId: string; accessId: string; clientId: string; locale: Locale }

/** The phones of every access that stands for one of the clients and sees the matter; where there are several matters, sending looks at each. */
export async function phonesToTell(tx: Query, firmId: string, telling: PushTelling): Promise<PhoneToTell[]> {
  const rows = await tx
    .select({ access: accesses, id: pushSubscriptions.id, sessionId: pushSubscriptions.sessionId })
    .from(pushSubscriptions)
    .innerJoin(accesses, eq(accesses.id, pushSubscriptions.accessId))
    .where(
      and(eq(pushSubscriptions.firmId, firmId), isNull(accesses.removedAt), standsFor(tx, telling.clientIds)),
    )
    .orderBy(asc(pushSubscriptions.id))
  const firm = await firmOf(tx, firmId)
  const phones: PhoneToTell[] = []
  for (const { access, id, sessionId } of rows) {
    const eyes = sessionOf(access, firm, await clientsBehind(tx, access), {
      sessionId,
      provenAt: null,
      borrowedBy: null,
    })
    if (!eyes || telling.except?.includes(access.livingEmail ?? '')) continue
    if (telling.matterId && (await mattersSeen(tx, eyes, [telling.matterId])).length === 0) continue
    phones.push({ subscriptionId: id, accessId: access.id, clientId: eyes.clientId, locale: eyes.locale })
  }
  return phones
}

function standsFor(tx: Query, clientIds: string[]) {
  const extended = tx
    .select({ id: accessExtensions.accessId })
    .from(accessExtensions)
    .where(inArray(accessExtensions.clientId, clientIds))
  return or(inArray(accesses.clientId, clientIds), inArray(accesses.id, extended))
}
