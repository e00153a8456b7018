import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requests } from '#db/schema/communication.ts'
import { announce } from '../announce.ts'
import { toldAgain } from '../delivery/told-again.ts'
import type { Actor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { itemsOf } from './items-of.ts'
import type { Request } from './request.ts'
import { statusOf } from './request.ts'

/** The request's status follows from its items as they stand now; a cancelled one stays cancelled. */
export async function settleRequest(office: Office, tx: Tx, by: Actor, request: Request): Promise<void> {
  if (request.status === 'cancelled') return
  const status = statusOf(await itemsOf(tx, request.id))
  if (status === request.status) return
  await tx.update(requests).set({ status, statusAt: office.clock() }).where(eq(requests.id, request.id))
  if (status === 'fulfilled') {
    await announce(office, tx, {
      kind: 'requestFulfilled',
      by,
      matterId: request.matterId,
      subjectId: request.id,
      tell: await toldAgain(tx, request.firmId, request.id, 'remindersEnded'),
    })
  }
}
