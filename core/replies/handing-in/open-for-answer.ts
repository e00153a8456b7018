import type { MemberActor } from '../../members/actor.ts'
import { audienceOf } from '../../matters/audience.ts'
import type { Office } from '../../office.ts'
import { itemsOf } from '../../requests/items-of.ts'
import { requestFor } from '../../requests/request-for.ts'
import { isSettled, type Item } from '../../requests/request.ts'

export type OpenForAnswer = {
  request: { id: string; title: string }
  /** None where it was cancelled, or its matter is closed. */
  items: Pick<Item, 'id' | 'title' | 'kind'>[]
  /** Whose answer it may be. */
  clients: { clientId: string; name: string }[]
}

/** What a member may still enter for a client. Throws NotFound. */
export async function openForAnswer(
  office: Office,
  wish: { by: MemberActor; requestId: string },
): Promise<OpenForAnswer> {
  const tx = office.db.read
  const { request, matter } = await requestFor(tx, wish.by, wish.requestId)
  const takesNone = request.status === 'cancelled' || matter.closedAt !== null
  const items = takesNone ? [] : (await itemsOf(tx, request.id)).filter((item) => !isSettled(item))
  const audience = await audienceOf(tx, matter.id, request.id)
  return {
    request: { id: request.id, title: request.title },
    items: items.map(({ id, title, kind }) => ({ id, title, kind })),
    clients: audience.map(({ clientId, name }) => ({ clientId, name })),
  }
}
