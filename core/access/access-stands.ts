import type { Query } from '#db/database.ts'
import { LookingOnly, NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { enteredSession, type ClientSession } from './session/client-session.ts'
import { previewSession } from './preview/preview-session.ts'

/**
 * The session with what its access may see at this moment, which may have changed since it was read.
 * Throws NotFound once it is over: left, expired, its access changed or removed, its client gone.
 */
export async function accessStands(
  office: Office,
  tx: Query,
  session: ClientSession,
): Promise<ClientSession> {
  const living = session.borrowedBy
    ? await previewSession(office, tx, session.sessionId)
    : (await enteredSession(office, tx, session.sessionId))?.session
  if (!living) throw new NotFound()
  return living
}

/** The same for somebody who is about to act: a member who only looks through a client's eyes throws LookingOnly. */
export async function mayAct(
  office: Office,
  tx: Query,
  session: ClientSession,
): Promise<ClientSession & { accessId: string }> {
  const living = await accessStands(office, tx, session)
  const { accessId } = living
  if (living.borrowedBy || !accessId) throw new LookingOnly()
  return { ...living, accessId }
}
