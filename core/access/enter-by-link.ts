import { eq } from 'drizzle-orm'
import { accesses, sessions } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { clientOf } from '../clients/client.ts'
import { NotFound } from '../errors.ts'
import { newSecret } from '../ids.ts'
import { sha256 } from '../keys.ts'
import type { Office } from '../office.ts'
import { accessByLink } from './link-token.ts'

/** A session lasts this long after it was entered. */
const sessionDays = 30

/** A session begins for the access the link opens. Throws NotFound for any link that opens nothing. */
export async function enterByLink(
  office: Office,
  wish: { token: string },
): Promise<{ sessionToken: string; expiresAt: Date }> {
  const sessionToken = newSecret()
  const now = office.clock()
  const expiresAt = new Date(now.getTime() + sessionDays * 24 * 3_600_000)
  return write(office.db, async (tx) => {
    const access = await accessByLink(office, tx, wish.token)
    if (!access) throw new NotFound()
    const client = await clientOf(tx, access.firmId, access.clientId)
    if (client.leftAt) throw new NotFound()
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
  })
}
