import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { accesses, sessions } from '#db/schema/access.ts'
import { announce } from '../../announce.ts'
import { newSecret } from '../../ids.ts'
import { sha256 } from '../../keys.ts'
import type { Office } from '../../office.ts'
import type { Access } from '../access.ts'

/** A session lasts this long after it was entered. */
const sessionDays = 30

/** What a browser keeps to be let in again. */
export type Entered = { sessionToken: string; expiresAt: Date }

/** The holder of the access has entered; only a digest of the token is kept. */
export async function beginSession(office: Office, tx: Tx, access: Access): Promise<Entered> {
  const sessionToken = newSecret()
  const now = office.clock()
  const expiresAt = new Date(now.getTime() + sessionDays * 24 * 3_600_000)
  await tx.insert(sessions).values({
    id: sha256(sessionToken),
    firmId: access.firmId,
    accessId: access.id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
  })
  await tx
    .update(accesses)
    .set({ enteredAt: access.enteredAt ?? now, lastSeenAt: now })
    .where(eq(accesses.id, access.id))
  await announce(office, tx, {
    kind: 'accessEntered',
    by: { kind: 'client', firmId: access.firmId, clientId: access.clientId },
    clientId: access.clientId,
    subjectId: access.id,
  })
  return { sessionToken, expiresAt }
}
