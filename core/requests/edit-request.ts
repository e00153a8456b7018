import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { answers } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { DueInThePast, ItemAnswered, MatterClosed, RequestOver } from '../errors.ts'
import { optionalText, requireDay, requireText } from '../field.ts'
import { firmOf } from '../firms/firm.ts'
import { firstTime } from '../first-time.ts'
import { newId } from '../ids.ts'
import { audienceOf, mailsTo, pushTo } from '../matters/audience.ts'
import { heldBack } from '../matters/held-back.ts'
import { saveRevision } from '../matters/save-revision.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Edited } from '../news/edit-news.ts'
import type { Office } from '../office.ts'
import { planAgain, planReminders } from '../reminders/plan-reminders.ts'
import { dayOf } from '../words/format.ts'
import { itemsOf } from './items-of.ts'
import { checkItems, type ItemWish } from './parse-items.ts'
import { requestFor } from './request-for.ts'
import type { Item, Request } from './request.ts'
import { requestContent } from './restore-request.ts'
import { settleRequest } from './settle-request.ts'

export type EditRequest = {
  by: MemberActor
  requestId: string
  title: string
  details: string
  dueOn: string | null
  /** All items as they shall be; those with an id stay, those without are new, those left out are removed. */
  items: (ItemWish & { id: string | null })[]
  tellAgain: boolean
  interaction?: string
}

/**
 * The request says what was wished; what it said before is kept. A new item reopens a fulfilled request.
 * Throws ItemAnswered when an item with answers would be removed, RequestOver, DueInThePast and what the fields refuse.
 */
export async function editRequest(
  office: Office,
  wish: EditRequest,
): Promise<Edited & { requestId: string }> {
  const done = await write(office.db, async (tx) => {
    const first = await firstTime(office, tx, wish.by.firmId, wish.interaction)
    const { request, matter } = await requestFor(tx, wish.by, wish.requestId)
    if (!first) return { requestId: request.id, told: 0, heldSeconds: 0 }
    if (request.status === 'cancelled') throw new RequestOver()
    if (matter.closedAt) throw new MatterClosed()
    const firm = await firmOf(tx, request.firmId)
    const content = checkEdit(wish, request, dayOf(office.clock(), firm.timeZone))
    const items = await itemsOf(tx, request.id)
    await saveRevision(office, tx, wish.by, request.id, await requestContent(tx, request))
    await tx
      .update(requests)
      .set({ ...content, editedAt: office.clock() })
      .where(eq(requests.id, request.id))
    const added = await changeItems(office, tx, request, items, wish.items)
    await settleRequest(office, tx, wish.by, request)
    const audience = request.announcedAt ? await audienceOf(tx, matter.id, request.id) : []
    await planReminders(office, tx, firm, { requestId: request.id, dueOn: content.dueOn }, audience)
    if (added) for (const { clientId } of audience) await planAgain(office, tx, request, clientId)
    const notice = { kind: 'documentsRequested', requestId: request.id, edited: true } as const
    const telling = wish.tellAgain && matter.hiddenAt === null
    const told = telling ? audience : []
    const mails = mailsTo(told, matter.id, { kind: 'request', id: request.id }, notice)
    await announce(office, tx, {
      kind: 'requestEdited',
      by: wish.by,
      matterId: matter.id,
      subjectId: request.id,
      tell: heldBack(firm, [...mails, ...pushTo(told, matter.id, request.id, notice)], office.clock()),
    })
    return { requestId: request.id, told: mails.length, heldSeconds: firm.holdSeconds }
  })
  office.wake('outbox')
  return done
}

// A due date that lies in the past by now may stay as it is; a new one may not.
function checkEdit(wish: EditRequest, request: Request, today: string) {
  const dueOn = wish.dueOn === null ? null : requireDay(wish.dueOn)
  if (dueOn !== null && dueOn !== request.dueOn && dueOn < today) throw new DueInThePast(today)
  checkItems(wish.items)
  return {
    title: requireText('title', wish.title, 300),
    details: optionalText('details', wish.details, 3000),
    dueOn,
  }
}

/** Whether there is an item now that was not there before. */
async function changeItems(
  office: Office,
  tx: Tx,
  request: Request,
  items: Item[],
  wanted: EditRequest['items'],
) {
  let added = false
  const now = office.clock()
  const stay = new Set(wanted.map((item) => item.id))
  const gone = items.filter((item) => !stay.has(item.id)).map((item) => item.id)
  if (gone.length > 0) {
    const [answered] = await tx
      .select({ itemId: answers.itemId })
      .from(answers)
      .where(inArray(answers.itemId, gone))
      .limit(1)
    if (answered) throw new ItemAnswered(items.findIndex((item) => item.id === answered.itemId) + 1)
    await tx.update(requestItems).set({ removedAt: now }).where(inArray(requestItems.id, gone))
  }
  for (const [index, wish] of wanted.entries()) {
    const title = requireText('items', wish.title, 300)
    const known = items.find((item) => item.id === wish.id)
    if (known) {
      await tx
        .update(requestItems)
        .set({ title, position: index + 1 })
        .where(eq(requestItems.id, known.id))
    } else {
      const { kind, issuedWithinDays = null } = wish
      const asked = { title, kind, issuedWithinDays, position: index + 1 }
      const fresh = { ...asked, status: 'pending' as const, statusAt: now }
      await tx
        .insert(requestItems)
        .values({ id: newId(now), firmId: request.firmId, requestId: request.id, ...fresh })
      added = true
    }
  }
  return added
}
