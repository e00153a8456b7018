import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requestTemplates } from '#db/schema/communication.ts'
import { NotAllowed, NotAValue, NotFound } from '../../errors.ts'
import { optionalText, requireText } from '../../field.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import { itemLines, parseItems } from '../parse-items.ts'

export type Template = typeof requestTemplates.$inferSelect

/** A template as it is written in a form. */
export type TemplateWish = {
  name: string
  title: string
  details: string
  /** A line an item, as in a request. */
  items: string
  /** Null: no due day. */
  dueInDays: number | null
}

const mostDays = 365

/** A living template of the member's firm. Throws NotFound. */
export async function templateOf(tx: Query, by: MemberActor, templateId: string): Promise<Template> {
  const living = and(eq(requestTemplates.firmId, by.firmId), isNull(requestTemplates.removedAt))
  const [template] = await tx
    .select()
    .from(requestTemplates)
    .where(and(eq(requestTemplates.id, templateId), living))
  if (!template) throw new NotFound()
  return template
}

/** The member as they stand now, when they may change what the whole firm asks for: assistants use templates, and leave them as they are. Throws NotAllowed. */
export async function mayWriteTemplates(tx: Query, actor: MemberActor): Promise<MemberActor> {
  const by = await memberActing(tx, actor)
  if (by.role === 'assistant') throw new NotAllowed()
  return by
}

/** The template as it is stored. Throws TextMissing, TextTooLong, ItemsMissing, TooManyItems, NotAValue. */
export function checkTemplate(wish: TemplateWish) {
  const { dueInDays } = wish
  const isSound =
    dueInDays === null || (Number.isInteger(dueInDays) && dueInDays >= 0 && dueInDays <= mostDays)
  if (!isSound) throw new NotAValue('days', String(dueInDays))
  return {
    name: requireText('name', wish.name, 75),
    title: requireText('title', wish.title, 300),
    details: optionalText('details', wish.details, 3000),
    items: linesOf(wish.items),
    dueInDays,
  }
}

// Kept as typed: what is special of an item stands in its line.
function linesOf(items: string): string[] {
  parseItems(items)
  return itemLines(items)
}
