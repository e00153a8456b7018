import { and, eq, gt, sql } from 'drizzle-orm'
import { sessions, stepUpCodes } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { WrongCode } from '../../errors.ts'
import { sameText } from '../../keys.ts'
import type { Office } from '../../office.ts'
import { mayAct } from '../access-stands.ts'
import type { ClientSession } from '../session/client-session.ts'
import { digitsOf } from './step-up.ts'

/** After so many wrong tries a code is void. */
const mostTries = 5

/** This browser is proven by the code that was sent to the access's e-mail. Throws WrongCode, NotFound, LookingOnly. */
export async function proveByCode(office: Office, entered: ClientSession, typed: string): Promise<void> {
  const digits = typed.replace(/\D/g, '')
  // A wrong try has to be counted, so it is no reason to undo anything.
  const right = await write(office.db, async (tx) => {
    const { sessionId } = await mayAct(office, tx, entered)
    const [code] = await tx
      .select()
      .from(stepUpCodes)
      .where(and(eq(stepUpCodes.sessionId, sessionId), gt(stepUpCodes.expiresAt, office.clock())))
    if (!code || code.tries >= mostTries || !sameText(digits, digitsOf(office, code.id))) {
      await tx
        .update(stepUpCodes)
        .set({ tries: sql`${stepUpCodes.tries} + 1` })
        .where(eq(stepUpCodes.sessionId, sessionId))
      return false
    }
    await tx.delete(stepUpCodes).where(eq(stepUpCodes.sessionId, sessionId))
    await tx.update(sessions).set({ provenAt: office.clock() }).where(eq(sessions.id, sessionId))
    return true
  })
  if (!right) throw new WrongCode()
}
