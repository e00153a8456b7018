import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accesses, sessions } from '#db/schema/access.ts'
import { firms } from '#db/schema/firms.ts'
import { given, statement } from '#db/statement.ts'
import { write } from '#db/write.ts'
import type { Firm } from '../../firms/firm.ts'
import { sha256 } from '../../keys.ts'
import type { Office } from '../../office.ts'
import type { Locale } from '../../words/locale.ts'
import type { Access, EntryKind } from '../access.ts'
import { entryKindsOf } from '../access.ts'
import { clientsBehindSession, type Behind } from '../clients-behind.ts'
import { previewSession } from '../preview/preview-session.ts'
import type { Viewer } from '../sight.ts'
import { firmShown, type FirmShown } from '../../firms/firm-shown.ts'

/** Somebody who has entered the portal, with what their access may see as it stands at this moment. */
export type ClientSession = Viewer & {
  /** What is stored of it; opens nothing. */
  sessionId: string
  /** Null only for a member who looks through the eyes of a client without one. */
  accessId: string | null
  accessKind: Access['kind']
  /** The first of `clientIds`: whose language and zone count. */
  clientId: string
  clientName: string
  accessName: string
  email: string
  locale: Locale
  timeZone: string
  /** Kinds of entries this access may see. */
  entryKinds: EntryKind[]
  /** When this browser was proven by a code sent to the access's e-mail. */
  provenAt: Date | null
  firm: FirmShown & { timeZone: string }
}

// Only what is read: it is asked for with every page.
const { name, supportContact, accent, formOfAddress, timeZone, locale } = firms
const firmOfSession = { name, supportContact, accent, formOfAddress, timeZone, locale }
type FirmOfSession = Pick<Firm, keyof typeof firmOfSession>

const seenEvery = 5 * 60_000

/**
 * The session behind a cookie's token, or null when it ended: left, expired, its access changed or removed, the client
 * gone. Of a member who looks through a client's eyes too: then `borrowedBy` says who.
 */
export async function clientSession(office: Office, sessionToken: string): Promise<ClientSession | null> {
  const sessionId = sha256(sessionToken)
  const tx = office.db.read
  const found = await enteredSession(office, tx, sessionId)
  if (!found) return previewSession(office, tx, sessionId)
  const sinceSeen = office.clock().getTime() - found.lastSeenAt.getTime()
  if (found.session.accessId && sinceSeen > seenEvery)
    await noteSeen(office, sessionId, found.session.accessId)
  return found.session
}

/** The session of somebody who entered by their own access, as it stands now. */
export async function enteredSession(
  office: Office,
  tx: Query,
  sessionId: string,
): Promise<{ session: ClientSession; lastSeenAt: Date } | null> {
  const [[found], behind] = await Promise.all([
    livingSession(tx, { sessionId, now: office.clock() }),
    clientsBehindSession(tx, sessionId),
  ])
  if (!found) return null
  const { provenAt, lastSeenAt, access, firm } = found
  const session = sessionOf(access, firm, behind(access), { sessionId, provenAt, borrowedBy: null })
  return session && { session, lastSeenAt }
}

const livingSession = statement((tx) =>
  tx
    .select({
      provenAt: sessions.provenAt,
      lastSeenAt: sessions.lastSeenAt,
      access: accesses,
      firm: firmOfSession,
    })
    .from(sessions)
    .innerJoin(accesses, eq(accesses.id, sessions.accessId))
    .innerJoin(firms, eq(firms.id, accesses.firmId))
    .where(
      and(
        eq(sessions.id, given('sessionId')),
        gt(sessions.expiresAt, given('now', sessions.expiresAt)),
        isNull(accesses.removedAt),
      ),
    ),
)

/** What the holder of an access sees, whoever looks; null once each of its clients has left. */
export function sessionOf(
  access: Access,
  firm: FirmOfSession,
  { living, ids }: Behind,
  how: Pick<ClientSession, 'sessionId' | 'provenAt' | 'borrowedBy'>,
): ClientSession | null {
  const [client] = living
  if (!client) return null
  const { timeZone, locale } = firm
  return {
    ...how,
    firmId: access.firmId,
    clientIds: living.map((one) => one.id),
    personIds: ids,
    privateMatters: access.privateMatters,
    teamMatters: access.teamMatters,
    accessId: access.id,
    accessKind: access.kind,
    clientId: client.id,
    clientName: client.name,
    accessName: access.name,
    email: access.email,
    locale: client.locale ?? locale,
    timeZone: client.timeZone ?? timeZone,
    entryKinds: entryKindsOf(access),
    firm: { ...firmShown(firm), timeZone },
  }
}

async function noteSeen(office: Office, sessionId: string, accessId: string) {
  const lastSeenAt = office.clock()
  await write(office.db, async (tx) => {
    await tx.update(sessions).set({ lastSeenAt }).where(eq(sessions.id, sessionId))
    await tx.update(accesses).set({ lastSeenAt }).where(eq(accesses.id, accessId))
  })
}
