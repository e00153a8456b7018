import { and, asc, eq, isNull } from 'drizzle-orm'
import { requestTemplates } from '#db/schema/communication.ts'
import { fold } from '../../fold.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import type { Template } from './template.ts'

/** The firm's templates by name; with `words`, those whose name has each of them somewhere. */
export async function listTemplates(
  office: Office,
  wish: { by: MemberActor; words?: string },
): Promise<Template[]> {
  const by = await memberActing(office.db.read, wish.by)
  const all = await office.db.read
    .select()
    .from(requestTemplates)
    .where(and(eq(requestTemplates.firmId, by.firmId), isNull(requestTemplates.removedAt)))
    .orderBy(asc(requestTemplates.name), asc(requestTemplates.id))
  const words = fold(wish.words ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  return all.filter((template) => words.every((word) => fold(template.name).includes(word)))
}
