import { and, eq, gt, isNull } from 'drizzle-orm'
import { accesses, sessions } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { firms } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { sha256 } from '../keys.ts'
import type { Office } from '../office.ts'
import type { Locale } from '../words/locale.ts'
import type { EntryKind } from './access.ts'
import { entryKindsOf } from './access.ts'
import type { Viewer } from './sight.ts'

/** Somebody who has entered the portal, with what their access may see as it stands at this moment. */
export type ClientSession = Viewer & {
  accessId: string
  clientName: string
  accessName: string
  email: string
  locale: Locale
  timeZone: string
  /** Kinds of entries this access may see. */
  entryKinds: EntryKind[]
  firm: { name: string; supportContact: string | null; accent: string | null; timeZone: string }
}

const seenEvery = 5 * 60_000

/** The session behind a cookie's token, or null when it ended: left, expired, its access changed or removed, the client gone. */
export async function clientSession(office: Office, sessionToken: string): Promise<ClientSession | null> {
  const now = office.clock()
  const [found] = await office.db.read
    .select({ session: sessions, access: accesses, client: clients, firm: firms })
    .from(sessions)
    .innerJoin(accesses, eq(accesses.id, sessions.accessId))
    .innerJoin(clients, eq(clients.id, accesses.clientId))
    .innerJoin(firms, eq(firms.id, sessions.firmId))
    .where(
      and(
        eq(sessions.id, sha256(sessionToken)),
        gt(sessions.expiresAt, now),
        isNull(accesses.removedAt),
        isNull(clients.leftAt),
      ),
    )
  if (!found) return null
  const { session, access, client, firm } = found
  if (now.getTime() - session.lastSeenAt.getTime() > seenEvery) await noteSeen(office, session.id, access.id)
  return {
    firmId: firm.id,
    clientId: client.id,
    privateMatters: access.privateMatters,
    teamMatters: access.teamMatters,
    accessId: access.id,
    clientName: client.name,
    accessName: access.name,
    email: access.email,
    locale: client.locale ?? firm.locale,
    timeZone: client.timeZone ?? firm.timeZone,
    entryKinds: entryKindsOf(access),
    firm: {
      name: firm.name,
      supportContact: firm.supportContact,
      accent: firm.accent,
      timeZone: firm.timeZone,
    },
  }
}

async function noteSeen(office: Office, sessionId: string, accessId: string) {
  const lastSeenAt = office.clock()
  await write(office.db, async (tx) => {
    await tx.update(sessions).set({ lastSeenAt }).where(eq(sessions.id, sessionId))
    await tx.update(accesses).set({ lastSeenAt }).where(eq(accesses.id, accessId))
  })
}
