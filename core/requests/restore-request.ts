import { and, eq, inArray } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { requestItems, requests, type RevisionContent } from '#db/schema/communication.ts'
import { answers } from '#db/schema/replies.ts'
import { ItemAnswered, MatterClosed, RequestOver } from '../errors.ts'
import { firmOf } from '../firms/firm.ts'
import { audienceOf } from '../matters/audience.ts'
import type { Matter } from '../matters/matter-for.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { planReminders } from '../reminders/plan-reminders.ts'
import { itemsOf } from './items-of.ts'
import type { Request } from './request.ts'
import { settleRequest } from './settle-request.ts'

type Version = Extract<RevisionContent, { kind: 'request' }>

/** What the request says now, as a version that it can be brought back to. */
export async function requestContent(tx: Query, request: Request): Promise<Version> {
  const { title, details, dueOn, editedAt } = request
  const items = await itemsOf(tx, request.id)
  return {
    kind: 'request',
    title,
    details,
    dueOn,
    items: items.map((item) => item.title),
    kept: items.map(({ id, title }) => ({ id, title })),
    editedAt: editedAt?.toISOString() ?? null,
  }
}

/**
 * The request says what that version said: items that were not in it are removed, those that were are there again, in their order.
 * Throws ItemAnswered when one to be removed has been answered, RequestOver, MatterClosed.
 */
export async function restoreRequest(
  office: Office,
  tx: Tx,
  by: MemberActor,
  { request, matter }: { request: Request; matter: Matter },
  { title, details, dueOn, kept = [], editedAt }: Version,
): Promise<void> {
  if (request.status === 'cancelled') throw new RequestOver()
  if (matter.closedAt) throw new MatterClosed()
  await tx
    .update(requests)
    .set({ title, details, dueOn, editedAt: editedAt ? new Date(editedAt) : null })
    .where(eq(requests.id, request.id))
  await removeOthers(office, tx, request, new Set(kept.map((item) => item.id)))
  for (const [index, item] of kept.entries()) {
    await tx
      .update(requestItems)
      .set({ title: item.title, position: index + 1, removedAt: null })
      .where(and(eq(requestItems.id, item.id), eq(requestItems.requestId, request.id)))
  }
  await settleRequest(office, tx, by, request)
  const firm = await firmOf(tx, request.firmId)
  const audience = request.announcedAt ? await audienceOf(tx, matter.id, request.id) : []
  await planReminders(office, tx, firm, { requestId: request.id, dueOn }, audience)
}

async function removeOthers(office: Office, tx: Tx, request: Request, kept: Set<string>): Promise<void> {
  const added = (await itemsOf(tx, request.id)).map((item) => item.id).filter((id) => !kept.has(id))
  if (added.length === 0) return
  const [answered] = await tx
    .select({ id: answers.id })
    .from(answers)
    .where(inArray(answers.itemId, added))
    .limit(1)
  if (answered) throw new ItemAnswered()
  await tx.update(requestItems).set({ removedAt: office.clock() }).where(inArray(requestItems.id, added))
}
