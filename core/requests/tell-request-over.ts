import type { Query } from '#db/database.ts'
import { toldAgain } from '../delivery/told-again.ts'
import type { ChatTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import { refreshArrivals } from '../replies/refresh-arrivals.ts'
import { itemsOf } from './items-of.ts'
import type { Request } from './request.ts'

/** Every chat message about a request that is over is brought up to date: nothing is left to be done from it. */
export async function tellRequestOver(office: Office, tx: Query, request: Request): Promise<ChatTelling[]> {
  const items = await itemsOf(tx, request.id)
  return [
    ...(await refreshArrivals(
      office,
      tx,
      request,
      items.map((item) => item.id),
    )),
    ...(await toldAgain(tx, request.firmId, request.id, 'remindersEnded')),
  ]
}
