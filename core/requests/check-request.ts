import { DueInThePast, MatterClosed } from '../errors.ts'
import { optionalText, requireDay, requireText } from '../field.ts'
import { firmOf } from '../firms/firm.ts'
import { audienceFor } from '../matters/audience.ts'
import { matterFor } from '../matters/matter-for.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { dayOf } from '../words/format.ts'
import { checkItems, type ItemWish } from './parse-items.ts'

export type RequestContent = { title: string; details: string; items: ItemWish[]; dueOn: string | null }

/** Says, without saving anything, what `requestDocuments` would refuse; for the first step of a form. */
export async function checkRequest(
  office: Office,
  wish: RequestContent & { by: MemberActor; matterId: string },
): Promise<void> {
  const firm = await firmOf(office.db.read, wish.by.firmId)
  checkContent(wish, dayOf(office.clock(), firm.timeZone))
  const matter = await matterFor(office.db.read, wish.by, wish.matterId)
  if (matter.closedAt) throw new MatterClosed()
  await audienceFor(office.db.read, matter)
}

/**
 * The content as it is stored. `today` is the firm's day.
 * Throws TextMissing, TextTooLong, ItemsMissing, TooManyItems, NotADay, DueInThePast.
 */
export function checkContent(content: RequestContent, today: string): RequestContent {
  const checked = {
    title: requireText('title', content.title, 300),
    details: optionalText('details', content.details, 3000),
    items: checkItems(content.items).map((item) => ({
      ...item,
      title: requireText('items', item.title, 300),
    })),
    dueOn: content.dueOn === null ? null : requireDay(content.dueOn),
  }
  if (checked.dueOn !== null && checked.dueOn < today) throw new DueInThePast(today)
  return checked
}
