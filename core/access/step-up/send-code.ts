import { eq } from 'drizzle-orm'
import { stepUpCodes } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { newId } from '../../ids.ts'
import type { Office } from '../../office.ts'
import { mayAct } from '../access-stands.ts'
import { countAttempt } from '../attempts.ts'
import type { ClientSession } from '../session/client-session.ts'
import { mailToAccess } from '../mail-to-access.ts'

const perSession = { most: 5, minutes: 30 }
/** Whoever found the link asks from sessions of their own; the owner's mailbox is spared. */
const perAccess = { most: 20, minutes: 24 * 60 }
/** A code can be typed in for so long. */
const minutes = 15

/** A code goes to the access's own e-mail, for this browser; one that was sent before is void. Throws NotFound, LookingOnly, TooManyAttempts. */
export async function sendCode(office: Office, entered: ClientSession): Promise<void> {
  const { accessId: asker, sessionId: browser } = await mayAct(office, office.db.read, entered)
  await countAttempt(office, 'code', browser, perSession)
  await countAttempt(office, 'code of', asker, perAccess)
  const now = office.clock()
  await write(office.db, async (tx) => {
    const { firmId, accessId, sessionId, clientId, email, locale } = await mayAct(office, tx, entered)
    await tx.delete(stepUpCodes).where(eq(stepUpCodes.sessionId, sessionId))
    const codeId = newId(now)
    await tx.insert(stepUpCodes).values({
      id: codeId,
      firmId,
      accessId,
      sessionId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + minutes * 60_000),
      tries: 0,
    })
    await announce(office, tx, {
      kind: 'codeSent',
      by: { kind: 'client', firmId, clientId },
      clientId,
      subjectId: accessId,
      tell: [mailToAccess({ id: accessId, email }, { kind: 'stepUpCode', codeId }, { clientId, locale })],
    })
  })
  office.wake('outbox')
}
