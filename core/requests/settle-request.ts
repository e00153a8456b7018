import type { Tx } from '#db/database.ts'
import { changing } from '#db/changing.ts'
import { requests } from '#db/schema/communication.ts'
import { announce } from '../announce.ts'
import { toldAgain } from '../delivery/told-again.ts'
import type { Actor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { itemsOf } from './items-of.ts'
import type { Item, Request } from './request.ts'
import { statusOf } from './request.ts'

const setStatus = changing(requests, ['status', 'statusAt'])

/** The request's status follows from its items as they stand now; a cancelled one stays cancelled. */
export async function settleRequest(office: Office, tx: Tx, by: Actor, request: Request): Promise<void> {
  await settleBy(office, tx, by, request, await itemsOf(tx, request.id))
}

/** The same where it is known how its items stand now. */
export async function settleBy(
  office: Office,
  tx: Tx,
  by: Actor,
  request: Request,
  items: Pick<Item, 'status'>[],
): Promise<void> {
  if (request.status === 'cancelled') return
  const status = statusOf(items)
  if (status === request.status) return
  await setStatus(tx, [request.id], { status, statusAt: office.clock() })
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
